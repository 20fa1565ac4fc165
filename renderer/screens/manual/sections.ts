import { folded } from '../../ui/folded.ts';
import type { Chapter } from './chapters.ts';

/** A titled part of a chapter. The part before the first heading below the title bears the chapter's own title. */
export interface Section {
  readonly chapter: Chapter;
  readonly chapterTitle: string;
  readonly title: string;
  /** What is read there, without marks of Markdown. */
  readonly text: string;
}

export function titleOf(markdown: string): string {
  return /^# (.+)$/m.exec(markdown)?.[1] ?? '';
}

/** Takes a chapter apart at its headings. */
export function sectionsOf(chapter: Chapter, markdown: string): Section[] {
  const chapterTitle = titleOf(markdown);
  return markdown.split(/^(?=##? )/m).map((part) => {
    const title = /^##? (.+)$/m.exec(part)?.[1] ?? chapterTitle;
    return { chapter, chapterTitle, title, text: plainText(part.replace(/^##? .+$/m, '')) };
  });
}

function plainText(markdown: string): string {
  return markdown
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*\|[-| ]+\|\s*$/gm, '')
    .replaceAll(/[`*|]|^\s*(?:-|\d+\.) /gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The anchor of a heading inside the manual. */
export function anchorOf(title: string): string {
  return `manual-${folded(title).replaceAll(/[^a-z0-9]+/g, '-')}`;
}

/** Sections that hold every word of the question, those with a word in their title first. Accents and capitals do not count. */
export function findSections(sections: readonly Section[], question: string): Section[] {
  const words = folded(question)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const inTitle = ({ title }: Section) => words.some((word) => folded(title).includes(word));
  const found = sections.filter(({ title, text }) => words.every((word) => folded(`${title} ${text}`).includes(word)));
  return found.toSorted((one, other) => Number(inTitle(other)) - Number(inTitle(one)));
}

/** The words around the first place where a section holds one of the question. */
export function excerptOf({ text }: Section, question: string): string {
  const [first = ''] = folded(question).trim().split(/\s+/);
  const at = Math.max(0, folded(text).indexOf(first));
  const from = text.lastIndexOf(' ', Math.max(0, at - 40)) + 1;
  const end = text.indexOf(' ', at + 80);
  return `${from > 0 ? '… ' : ''}${end < 0 ? text.slice(from) : `${text.slice(from, end)} …`}`;
}
