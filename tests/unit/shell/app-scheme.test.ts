import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerBundle, fileInside } from '../../../electron/protocol/bundle.ts';
import { contentSecurityPolicy } from '../../../electron/protocol/content-security-policy.ts';
import { answerPage, parsePageRequest } from '../../../electron/protocol/page.ts';

const pageId = '6f1d4a52-5d0f-4c0e-8d5a-0f3f0c8a9b11';
const address = (rest: string) => new URL(`app://page/${rest}`);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-app-scheme-'));
  await mkdir(join(folder, 'renderer'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<meta property="csp-nonce" nonce="__STYLE_NONCE__">');
  await writeFile(join(folder, 'renderer', 'notes.txt'), 'not served');
  await writeFile(join(folder, 'outside.html'), 'outside');
  await writeFile(join(folder, 'picture.jpg'), 'picture bytes');
});
afterAll(() => rm(folder, { recursive: true }));

describe('app://page', () => {
  it('takes a page id and one of the named views', () => {
    expect(parsePageRequest(address(`${pageId}?view=screen`))).toEqual({ pageId, view: 'screen' });
  });

  it.each([
    'not-an-id?view=screen',
    `${pageId}`,
    `${pageId}?view=original`,
    `${pageId}?view=screen&view=full`,
    `${pageId}?view=screen&path=/etc/passwd`,
    `${pageId}/../${pageId}/x?view=screen`,
    '..%2f..%2fetc%2fpasswd?view=full',
    '%2Fetc%2Fpasswd?view=full',
    `C:\\pages\\${pageId}?view=full`,
  ])('refuses %s', (rest) => {
    expect(parsePageRequest(address(rest))).toBeNull();
  });

  it('never takes anything but an id for a page', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const request = parsePageRequest(new URL(`app://page${path || '/'}?view=full`));
        expect(request === null || /^[0-9a-f-]{36}$/i.test(request.pageId)).toBe(true);
      }),
    );
  });

  it('asks nobody about what it refuses', async () => {
    const answer = await answerPage(address('nonsense'), () => Promise.reject(new Error('asked')));
    expect(answer.status).toBe(400);
  });

  it.each([
    ['not-signed-in', 403],
    ['not-found', 404],
    ['failed', 500],
  ] as const)('answers a page that is %s with status %i', async (reason, status) => {
    const answer = await answerPage(address(`${pageId}?view=full`), async () => ({
      kind: 'refused',
      reason,
      detail: '',
    }));
    expect(answer.status).toBe(status);
  });

  it('answers with the file that the station names, and keeps no copy', async () => {
    const path = join(folder, 'picture.jpg');
    const answer = await answerPage(address(`${pageId}?view=full`), async () => ({
      kind: 'file',
      path,
      mediaType: 'image/jpeg',
    }));
    expect(await answer.text()).toBe('picture bytes');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('app://bundle', () => {
  const get = (path: string) => answerBundle(new URL(`app://bundle${path}`), join(folder, 'renderer'));

  it('serves the document with a policy whose nonce is fresh each time', async () => {
    const [first, second] = [await get('/index.html'), await get('/index.html')];
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1];
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(await second.text()).not.toContain(`${nonce}`);
  });

  it.each(['/absent.html', '/notes.txt', '/..%2foutside.html', '/%2e%2e/outside.html', '/', '/%00index.html', '/%zz'])(
    'has nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('never leaves its folder', () => {
    const segment = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', 'a', '/', 'C:');
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
        const path = fileInside('/renderer', `/${segments.join('/')}`);
        expect(path === null || path.startsWith(`/renderer${sep}`)).toBe(true);
      }),
    );
  });
});

describe('the policy of a document', () => {
  const policy = contentSecurityPolicy('abc');

  it('allows scripts from the bundle alone: no inline, no evaluated ones', () => {
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  });

  it('allows nothing that it does not name', () => {
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/https?:|\*/);
  });
});
