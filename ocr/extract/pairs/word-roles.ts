import { forestProbability } from '../../model/forest.ts';
import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import { columnMeans, marginFeatures, mean } from './columns.ts';
import type { LinedPage } from './lined-page.ts';
import type { RoleForests } from './model.ts';
import { besideRules, ruleBehind } from './rule-features.ts';
import { flag, noSpelling, type Spelling, spellingOf } from './spelling.ts';

/** How likely a word is part of a label, and how likely part of a value. */
export interface Role {
  readonly label: number;
  readonly value: number;
}
export type Roles = ReadonlyMap<Word, Role>;

/** A gap wider than this many heights parts the words of a line at first sight. */
const runGapHeights = 1.2;
const mostGapHeights = 6;
const mostDownHeights = 5;
const mostLetters = 10;
const mostAligned = 4;
const alignedShare = 0.35;
export const unknownRole: Role = { label: 0, value: 0 };

/** A word with those around it. */
interface Standing {
  readonly word: Word;
  readonly spelling: Spelling;
  readonly line: readonly Word[];
  readonly place: number;
  /** The words of its line that no wide gap parts from it, it included. */
  readonly run: readonly Word[];
  readonly above: Word | undefined;
  readonly below: Word | undefined;
}

/** What each word of a page looks like by itself and among its neighbours: one row of features a word. */
export function describeWords(page: LinedPage): Map<Word, number[]> {
  const standings = standingsOf(page);
  const spellings = new Map(standings.map(({ word, spelling }) => [word, spelling]));
  const edges = standings.filter(({ word, run }) => run[0] === word).map(({ word }) => word.box[0]);
  const runs = describeRuns(standings, page);
  const rowOf = (standing: Standing) => [
    ...featuresOf(standing, page, spellings, edges),
    ...(runs.get(standing.run) ?? []),
    ...besideRules(standing.word.box, page),
  ];
  return new Map(standings.map((standing) => [standing.word, rowOf(standing)]));
}

/** How each run stands to the rule behind it, to what begins at the same place, and to the margins. */
function describeRuns(standings: readonly Standing[], page: LinedPage): Map<Standing['run'], number[]> {
  const runs = [...new Set(standings.map(({ run }) => run))];
  const boxes = runs.map(boxOf);
  const columns = columnMeans(
    runs.map((run, at) => ({ box: boxes[at] ?? [0, 0, 0, 0], features: looksOf(run) })),
    page.wordHeight,
  );
  const margins = marginFeatures(boxes, page.wordHeight);
  return new Map(
    runs.map((run, at) => [
      run,
      [...ruleBehind(boxes[at] ?? [0, 0, 0, 0], page), ...(columns[at] ?? []), ...(margins[at] ?? [])],
    ]),
  );
}

function looksOf(run: readonly Word[]): number[] {
  const spelt = run.map(({ text }) => spellingOf(text));
  return [
    mean(spelt.map(({ digits }) => digits)),
    flag(spelt.some(({ colon }) => colon === 1)),
    mean(spelt.map(({ names }) => names)),
    mean(spelt.map(({ capitals }) => capitals)),
    run.length,
  ];
}

/** From the first to the last word of a run, whose lowest edge is that of the last. */
function boxOf(run: readonly Word[]): Box {
  const [first, last] = [run[0]?.box, run.at(-1)?.box];
  return [first?.[0] ?? 0, first?.[1] ?? 0, last?.[2] ?? 0, last?.[3] ?? 0];
}

function featuresOf(
  standing: Standing,
  { wordHeight, widthPx, heightPx }: LinedPage,
  spellings: ReadonlyMap<Word, Spelling>,
  edges: readonly number[],
): number[] {
  const { word, spelling, line, place, run, above, below } = standing;
  const { box, text } = word;
  const spelt = (other: Word | undefined) => (other === undefined ? noSpelling : (spellings.get(other) ?? noSpelling));
  const [left, right] = [line[place - 1], line[place + 1]];
  const inRun = run.indexOf(word);
  const [before, behind] = [run.slice(0, inRun).map(spelt), run.slice(inRun).map(spelt)];
  const runSpelt = run.map(spelt);
  const gap = (from: Word | undefined, to: Word | undefined) =>
    from === undefined || to === undefined
      ? mostGapHeights
      : Math.min(mostGapHeights, Math.max(0, to.box[0] - from.box[2]) / wordHeight);
  const aligned = edges.filter((edge) => Math.abs(edge - (run[0]?.box[0] ?? 0)) < alignedShare * wordHeight).length;
  const [up, down] = [
    above === undefined ? mostDownHeights : Math.min(mostDownHeights, (box[1] - above.box[3]) / wordHeight),
    below === undefined ? mostDownHeights : Math.min(mostDownHeights, (below.box[1] - box[3]) / wordHeight),
  ];
  const colonBehind = flag(behind.some(({ colon }) => colon === 1));
  const colonBefore = flag(before.some(({ colon }) => colon === 1));
  const lineBefore = line.slice(0, place).map(spelt);
  return [
    ...Object.values(spelling),
    ...Object.values(spelt(left)),
    ...Object.values(spelt(right)),
    ...Object.values(spelt(above)),
    ...Object.values(spelt(below)),
    Math.min(mostLetters, text.length),
    Math.log((box[3] - box[1]) / Math.max(1, wordHeight)),
    gap(left, word),
    gap(word, right),
    flag(left === undefined),
    flag(right === undefined),
    flag(inRun === 0),
    Math.min(6, inRun),
    Math.min(8, run.length),
    flag(run.length === line.length),
    gap(line[place - inRun - 1], run[0]),
    gap(run.at(-1), line[place - inRun + run.length]),
    box[0] / widthPx,
    box[1] / heightPx,
    (box[1] / heightPx) ** 2,
    Math.min(mostAligned, aligned),
    up,
    down,
    colonBehind,
    colonBefore,
    colonBefore * (1 - colonBehind),
    flag(lineBefore.some(({ colon }) => colon === 1)),
    flag(lineBefore.at(-inRun - 1)?.colon === 1),
    mean(runSpelt.map(({ digits }) => digits)),
    mean(runSpelt.map(({ names }) => names)),
    mean(runSpelt.map(({ capitals }) => capitals)),
    mean(runSpelt.map(({ small }) => small)),
    Math.min(8, line.length),
  ];
}

/** The roles that weights give to rows of features. */
export function rolesBy<Thing>(
  { label, value }: RoleForests,
  features: ReadonlyMap<Thing, readonly number[]>,
): Map<Thing, Role> {
  return new Map(
    [...features].map(([thing, row]) => [
      thing,
      { label: forestProbability(label, row), value: forestProbability(value, row) },
    ]),
  );
}

/** The mean of some words. */
export function roleOf({ words }: { readonly words: readonly Word[] }, roles: Roles): Role {
  const known = words.map((word) => roles.get(word) ?? unknownRole);
  return { label: mean(known.map(({ label }) => label)), value: mean(known.map(({ value }) => value)) };
}

function standingsOf({ lines, wordHeight }: LinedPage): Standing[] {
  return lines.flatMap((line, row) => {
    const runs = runsOf(line, wordHeight);
    return line.map((word, place): Standing => {
      const run = runs.find((words) => words.includes(word)) ?? [word];
      return {
        ...{ word, line, place, run, spelling: spellingOf(word.text) },
        above: nearestInColumn(word, lines.slice(0, row).toReversed()),
        below: nearestInColumn(word, lines.slice(row + 1)),
      };
    });
  });
}

function runsOf(line: readonly Word[], wordHeight: number): Word[][] {
  const runs: Word[][] = [];
  line.forEach((word, place) => {
    const left = line[place - 1];
    if (left === undefined || word.box[0] - left.box[2] > runGapHeights * wordHeight) runs.push([word]);
    else runs.at(-1)?.push(word);
  });
  return runs;
}

const nearLines = 4;

function nearestInColumn({ box }: Word, lines: readonly (readonly Word[])[]): Word | undefined {
  for (const line of lines.slice(0, nearLines)) {
    const found = line.find((other) => other.box[0] < box[2] && other.box[2] > box[0]);
    if (found !== undefined) return found;
  }
  return undefined;
}
