import type { PdfCharacter } from './pdf-characters.ts';

export type BoxMm = PdfCharacter['boxMm'];

/** A word of the print, or a run of underscores or dots to write on. */
interface Token {
  readonly text: string;
  readonly boxMm: BoxMm;
  readonly isFill: boolean;
}

/** Room to write on, and the words of its line that say what belongs there. */
export interface Blank {
  readonly label: readonly PrintedWord[];
  /** One place, or those of day, month and year. */
  readonly places: readonly BoxMm[];
}

export interface PrintedWord {
  readonly text: string;
  readonly boxMm: BoxMm;
}

export interface BlankPage {
  readonly blanks: readonly Blank[];
  /** Words that are no blank's label, line by line. */
  readonly others: readonly (readonly PrintedWord[])[];
}

/** So many dots in a row lead nowhere but to a blank. */
const fewestDots = 4;
const shortestMm = 7;
/** Runs of underscores so near to each other are one blank. */
const joinedMm = 2.5;
/** Longer print before a blank is a sentence: its last words say what belongs there. */
const mostLabelWords = 6;
const sentenceWords = 4;

/** Finds the blanks of a form's text layer, `______` or `......`, each with the words before it on its line. */
export function findBlanks(characters: readonly PdfCharacter[]): BlankPage {
  const blanks: Blank[] = [];
  const others: PrintedWord[][] = [];
  for (const line of linesOf(characters)) {
    let before: Token[] = [];
    for (const group of groupsOf(line)) {
      if (!group.some(({ isFill }) => isFill)) {
        before.push(...group);
        continue;
      }
      const { label, rest } = labelOf(before);
      others.push(rest);
      before = [];
      const places = group.filter(({ isFill }) => isFill).map(({ boxMm }) => boxMm);
      const lengthMm = places.reduce((sum, [x0, , x1]) => sum + x1 - x0, 0);
      if (label.length > 0 && lengthMm >= shortestMm) blanks.push({ label, places });
      else others.push(label);
    }
    others.push(before);
  }
  return { blanks, others: others.filter((words) => words.length > 0) };
}

/** The last words before a blank, without bullets, back to the last comma or stop. */
function labelOf(before: readonly Token[]): { label: Token[]; rest: Token[] } {
  const end = before.findLastIndex(
    ({ text }, at) => at < before.length - 1 && /[,;.)\]]$/.test(text) && text.length > 2,
  );
  const from = Math.max(end + 1, before.length - end - 1 > mostLabelWords ? before.length - sentenceWords : 0);
  const first = before.findIndex(({ text }, at) => at >= from && /[\p{L}\p{N}]/u.test(text));
  if (first < 0) return { label: [], rest: [...before] };
  return { label: before.slice(first), rest: before.slice(0, first) };
}

/** Runs of underscores, with the strokes between day, month and year, and every word by itself. */
function groupsOf(line: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  line.forEach((token, at) => {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const goesOn = previous !== undefined && token.boxMm[0] - previous.boxMm[2] <= joinedMm;
    const isStroke = /^[/]$/.test(token.text);
    const joins = token.isFill ? previous?.isFill === true || previous?.text === '/' : isStroke && line[at + 1]?.isFill;
    if (last !== undefined && goesOn && joins === true && last.some(({ isFill }) => isFill)) last.push(token);
    else groups.push([token]);
  });
  return groups.map(withJoinedRuns);
}

/** Runs that follow each other directly are one. */
function withJoinedRuns(group: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of group) {
    const last = joined.at(-1);
    if (last?.isFill === true && token.isFill)
      joined[joined.length - 1] = { ...last, boxMm: around(last.boxMm, token.boxMm) };
    else joined.push(token);
  }
  return joined;
}

function linesOf(characters: readonly PdfCharacter[]): Token[][] {
  const lines: Token[][] = [[]];
  let word: PdfCharacter[] = [];
  const endWord = () => {
    lines.at(-1)?.push(...tokensOf(word));
    word = [];
  };
  for (const character of characters) {
    if (/[\r\n]/.test(character.text)) {
      endWord();
      lines.push([]);
    } else if (character.text.trim() === '') endWord();
    else word.push(character);
  }
  endWord();
  return lines.filter((line) => line.length > 0);
}

/** A word in parts of print and of room to write on: `nato/a_______il`. */
function tokensOf(word: readonly PdfCharacter[]): Token[] {
  const text = word.map((character) => (character.text.length === 1 ? character.text : '?')).join('');
  const runs = text.matchAll(/[_…]+[_….]*|\.{4,}|[^_…]+?(?=[_…]|\.{4,}|$)/g);
  return [...runs].map((run): Token => {
    const part = word.slice(run.index, run.index + run[0].length);
    const boxMm = part.map((character) => character.boxMm).reduce(around);
    return {
      text: run[0],
      boxMm,
      isFill: /^[_….]+$/.test(run[0]) && (run[0].length >= fewestDots || /[_…]/.test(run[0])),
    };
  });
}

function around(one: BoxMm, other: BoxMm): BoxMm {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
