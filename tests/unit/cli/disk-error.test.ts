import { describe, expect, it } from 'vitest';
import { AppError } from '../../../station/app-error.ts';
import { diskErrorAt } from '../../../station/cli/disk-error.ts';

function failure(code: string): Error {
  return Object.assign(new Error('raw'), { code });
}

describe('what a command says of the disk', () => {
  it.each([
    ['SQLITE_FULL', 'The disk of /data is full.', 'Il disco di /data è pieno.'],
    ['ENOSPC', 'The disk of /data is full.', 'Il disco di /data è pieno.'],
    ['SQLITE_IOERR_WRITE', '/data takes no writing.', 'In /data non si può scrivere.'],
    ['EROFS', '/data takes no writing.', 'In /data non si può scrivere.'],
  ])('is in words, in both languages, for %s', (code, en, it) => {
    const said = diskErrorAt('/data', failure(code));
    expect(said).toBeInstanceOf(AppError);
    expect(said).toMatchObject({ text: { en: expect.stringContaining(en), it: expect.stringContaining(it) } });
  });

  it('is nothing where the fault is another', () => {
    const other = failure('ERR_ASSERTION');
    expect(diskErrorAt('/data', other)).toBe(other);
  });
});
