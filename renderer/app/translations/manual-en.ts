import type { Translations } from './types.ts';

export const manual: Translations['manual'] = {
  title: 'Manual',
  contents: 'Chapters',
  search: 'Search the manual',
  found_one: '{{count}} passage found',
  found_other: '{{count}} passages found',
  print: 'Print the chapter',
  printAll: 'Print everything',
};
