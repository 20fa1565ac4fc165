import type { ScreenName } from '../../app/help/screen-keys.ts';

/** The chapters in the order of the contents; each is a file of `docs/manual/<language>`. */
export const chapters = [
  'start',
  'files',
  'watched',
  'scan',
  'pile',
  'batch',
  'verify',
  'states',
  'approve',
  'deliver',
  'accounts',
  'oversight',
  'audit',
  'forms',
  'practice',
  'trouble',
  'messages',
  'keys',
] as const;
export type Chapter = (typeof chapters)[number];

/** Where the manual opens on each screen. */
export const chapterOfScreen: Readonly<Record<ScreenName, Chapter>> = {
  signIn: 'start',
  batches: 'files',
  watched: 'watched',
  scan: 'scan',
  batch: 'batch',
  pile: 'pile',
  groups: 'verify',
  verify: 'verify',
  approve: 'approve',
  deliver: 'deliver',
  practice: 'practice',
  forms: 'forms',
  accounts: 'accounts',
  audit: 'audit',
  oversight: 'oversight',
};

/** The chapter that a link between chapters leads to, such as `messages.md`; null for anything else. */
export function chapterOfLink(address: string): Chapter | null {
  const name = /^([a-z]+)\.md$/.exec(address)?.[1];
  return chapters.find((chapter) => chapter === name) ?? null;
}
