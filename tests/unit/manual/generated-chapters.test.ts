// @vitest-environment jsdom
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../../renderer/app/i18n.ts';
import { keysChapter, messagesChapter } from './generated.ts';

const manual = join(import.meta.dirname, '../../../docs/manual');

// Written anew with `npx vitest run --project unit tests/unit/manual -u` after keys or messages have changed.
test.each(languages)('the manual in %s lists every key and every message of the program', async (language) => {
  await expect(keysChapter(language)).toMatchFileSnapshot(join(manual, language, 'keys.md'));
  await expect(messagesChapter(language)).toMatchFileSnapshot(join(manual, language, 'messages.md'));
});
