import type { Word } from '../../model/reading.ts';

const ruleBefore = /^[_|—~]+(?=[\p{L}\p{N}])/u;
const ruleBehind = /(?<=[\p{L}\p{N}])[_|—~]+$/u;
const ruleOnly = /^[_|—~]+$/;

/** Takes away what rules and cell walls left at the ends of a word: nothing of a word that is nothing else. */
export function withoutRules<Read extends Word>(word: Read): Read[] {
  if (ruleOnly.test(word.text)) return [];
  const text = word.text.replace(ruleBefore, '').replace(ruleBehind, '');
  return [text === word.text ? word : { ...word, text }];
}
