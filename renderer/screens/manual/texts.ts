import type { Language } from '../../app/i18n.ts';
import type { Chapter } from './chapters.ts';

/** Chapters and pictures are part of the built window: the manual opens without any file beside it. */
const files = import.meta.glob<string>('../../../docs/manual/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../docs/images/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The Markdown of a chapter. */
export function chapterText(language: Language, chapter: Chapter): string {
  const text = files[`../../../docs/manual/${language}/${chapter}.md`];
  if (text === undefined) throw new Error(`the manual has no chapter ${chapter} in ${language}`);
  return text;
}

/** The address of a picture as a chapter names it, `../../images/<name>.png`; null when there is none. */
export function pictureAddress(named: string): string | null {
  return pictures[`../../../docs/${named.replace(/^(?:\.\.\/)+/, '')}`] ?? null;
}
