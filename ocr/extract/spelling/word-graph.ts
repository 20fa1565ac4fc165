/** A word list as a directed acyclic graph of its letters. */
export interface WordGraph {
  /** Whether the list has the word exactly so. */
  has(word: string): boolean;
  /** The words of which a text may be a misreading that costs at most so much, in small letters. */
  near(read: string, costs: MisreadingCosts, most: number): string[];
}

/** What it costs to suppose that a letter was read as another, was passed over, or seen where none is. */
export interface MisreadingCosts {
  replacing(written: string, read: string): number;
  losing(written: string): number;
  seeing(read: string): number;
}

/** Where the parts stand in a file of language data (Tesseract's `TessdataType`). */
const wordGraphPart = 19;
const letterNamesPart = 21;
const headerBytes = 10;
const edgeBytes = 8;
const flagBits = 3;
/** Flags of an edge: the last one of its node, and the end of a word. */
const [lastOfNode, endsWord] = [1, 4];

/**
 * Takes the word list out of language data for Tesseract: a list of edges, each with a letter, flags and the place of the
 * edges that follow (`SquishedDawg` in tesseract/src/dict/dawg.h). Throws a RangeError where the file is cut off, an Error
 * where it holds no word list.
 */
export function wordGraphOf(languageData: Buffer): WordGraph {
  const names = partOf(languageData, letterNamesPart).toString('utf8').split('\n').slice(1);
  const spelling = names.map((line) => line.split(' ')[0] ?? '');
  const numbers = new Map(spelling.map((letter, number) => [letter, number]));
  const edges = readEdges(partOf(languageData, wordGraphPart));
  const small = spelling.map((letter) => letter.toLocaleLowerCase('it'));
  return {
    near: (read, costs, most) => nearWords(edges, small, { read: [...read], costs, most }),
    has: (word) =>
      follow(
        edges,
        [...word].map((letter) => numbers.get(letter) ?? -1),
      ),
  };
}

/** All words of the list, in its order. Throws as `wordGraphOf`. */
export function wordsOf(languageData: Buffer): string[] {
  const names = partOf(languageData, letterNamesPart).toString('utf8').split('\n').slice(1);
  const edges = readEdges(partOf(languageData, wordGraphPart));
  return collectWords(
    edges,
    names.map((line) => line.split(' ')[0] ?? ''),
    0,
    '',
  );
}

function collectWords(edges: Edges, names: readonly string[], node: number, before: string): string[] {
  const words: string[] = [];
  for (let edge = node; ; edge += 1) {
    const word = before + (names[edges.letters[edge] ?? 0] ?? '');
    const flags = edges.flags[edge] ?? lastOfNode;
    const next = edges.next[edge] ?? 0;
    if ((flags & endsWord) !== 0) words.push(word);
    if (next !== 0) words.push(...collectWords(edges, names, next, word));
    if ((flags & lastOfNode) !== 0) return words;
  }
}

interface Search {
  readonly read: readonly string[];
  readonly costs: MisreadingCosts;
  readonly most: number;
}

/** Follows every edge as long as the letters so far can be a misreading of some beginning of the text (Oflazer 1996). */
function nearWords(edges: Edges, names: readonly string[], { read, costs, most }: Search): string[] {
  const found = new Set<string>();
  const seeing = read.map(costs.seeing);
  const nothing = [0];
  for (const cost of seeing) nothing.push((nothing.at(-1) ?? 0) + cost);
  const walk = (node: number, before: string, row: readonly number[]) => {
    for (let edge = node; ; edge += 1) {
      const letter = names[edges.letters[edge] ?? 0] ?? '';
      const next = nextRow(row, letter);
      const flags = edges.flags[edge] ?? lastOfNode;
      if (Math.min(...next) <= most) {
        if ((flags & endsWord) !== 0 && (next.at(-1) ?? Infinity) <= most) found.add(before + letter);
        const follows = edges.next[edge] ?? 0;
        if (follows !== 0) walk(follows, before + letter, next);
      }
      if ((flags & lastOfNode) !== 0) return;
    }
  };
  const nextRow = (row: readonly number[], letter: string): number[] => {
    const lost = costs.losing(letter);
    const next = [(row[0] ?? 0) + lost];
    for (let at = 1; at < row.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + costs.replacing(letter, read[at - 1] ?? '');
      next.push(Math.min(replaced, (row[at] ?? 0) + lost, (next[at - 1] ?? 0) + (seeing[at - 1] ?? 0)));
    }
    return next;
  };
  walk(0, '', nothing);
  return [...found];
}

function partOf(data: Buffer, part: number): Buffer {
  const parts = data.readInt32LE(0);
  const offsets = Array.from({ length: parts }, (_, index) => Number(data.readBigInt64LE(4 + 8 * index)));
  const start = offsets[part] ?? -1;
  if (start < 0) throw new Error(`the language data has no part ${part}`);
  return data.subarray(start, Math.min(data.length, ...offsets.filter((offset) => offset > start)));
}

interface Edges {
  readonly letters: Uint8Array;
  readonly flags: Uint8Array;
  /** Where the edges begin that follow; 0 where none do. */
  readonly next: Uint32Array;
}

function readEdges(part: Buffer): Edges {
  const letterBits = Math.ceil(Math.log2(part.readInt32LE(2) + 1));
  const count = part.readInt32LE(6);
  const edges = { letters: new Uint8Array(count), flags: new Uint8Array(count), next: new Uint32Array(count) };
  for (let edge = 0; edge < count; edge += 1) {
    // Letter, flags and place take 32 bits up to half a million edges; what lies above is nothing.
    const bits = part.readUInt32LE(headerBytes + edge * edgeBytes);
    edges.letters[edge] = bits & ((1 << letterBits) - 1);
    edges.flags[edge] = (bits >>> letterBits) & ((1 << flagBits) - 1);
    edges.next[edge] = bits >>> (letterBits + flagBits);
  }
  return edges;
}

function follow({ letters, flags, next }: Edges, word: readonly number[]): boolean {
  let node = 0;
  let isWord = false;
  for (const [place, letter] of word.entries()) {
    if (place > 0 && node === 0) return false;
    let edge = node;
    while (letters[edge] !== letter) {
      if (((flags[edge] ?? lastOfNode) & lastOfNode) !== 0) return false;
      edge += 1;
    }
    isWord = ((flags[edge] ?? 0) & endsWord) !== 0;
    node = next[edge] ?? 0;
  }
  return isWord;
}
