import { breakContext, breakFeatures } from '../../../ocr/extract/pairs/breaks.ts';
import { type Candidate, findCandidates } from '../../../ocr/extract/pairs/candidates.ts';
import { continuations } from '../../../ocr/extract/pairs/continuations.ts';
import { pairFeatures } from '../../../ocr/extract/pairs/features.ts';
import { guessPairs } from '../../../ocr/extract/pairs/guesses.ts';
import { joinFeatures } from '../../../ocr/extract/pairs/join-features.ts';
import { joinLines } from '../../../ocr/extract/pairs/joins.ts';
import type { PairModel, RoleForests } from '../../../ocr/extract/pairs/model.ts';
import { describePieces, rolesOfWords } from '../../../ocr/extract/pairs/piece-roles.ts';
import { rivalFeatures } from '../../../ocr/extract/pairs/rivals.ts';
import { cutLines, type Segment } from '../../../ocr/extract/pairs/segments.ts';
import { describeWords, type Role, rolesBy } from '../../../ocr/extract/pairs/word-roles.ts';
import { type Forest, forestProbability } from '../../../ocr/model/forest.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { type BoostOptions, fitForest } from './boost.ts';
import type { FunsdEntity } from './funsd.ts';
import type { LabelledPage } from './labelled-page.ts';
import type { Example } from './logistic.ts';

/** How well one forest was fitted; losses are means in nats. */
export interface StageLog {
  readonly stage: string;
  readonly examples: number;
  readonly holding: number;
  readonly fittedLoss: number;
  readonly unseenLoss: number;
}

/** Each tree sees few features: pages are few, and each has habits of its own that no other has. */
const options: BoostOptions = { trees: 140, rate: 0.06, columnShare: 0.25 };
/** A step learns from what the steps before it make of pages that they were not fitted to, as it will meet them. */
const folds = 4;

/** A forest, and for each page one that has not seen it. */
interface CrossFitted {
  readonly forest: Forest;
  of(page: LabelledPage): Forest;
}

/** Fits all steps of `findPairs`, each to what those before it make of the pages. `unseen` is only measured. */
export function fitPairModel(fitted: readonly LabelledPage[], unseen: readonly LabelledPage[]) {
  const log: StageLog[] = [];
  const names = [...new Set(fitted.map(({ name }) => name))];
  const foldOf = ({ name }: LabelledPage) => names.indexOf(name) % folds;

  function learn(stage: string, examplesOf: (page: LabelledPage) => Example[]): CrossFitted {
    const examples = fitted.map((page) => ({ page, rows: examplesOf(page) }));
    const forest = fitForest(
      examples.flatMap(({ rows }) => rows),
      options,
    );
    const others = Array.from({ length: folds }, (_, fold) =>
      fitForest(
        examples.filter(({ page }) => foldOf(page) !== fold).flatMap(({ rows }) => rows),
        options,
      ),
    );
    const all = examples.flatMap(({ rows }) => rows);
    log.push({
      stage,
      examples: all.length,
      holding: all.filter(({ holds }) => holds).length,
      fittedLoss: lossOf(forest, all),
      unseenLoss: lossOf(forest, unseen.flatMap(examplesOf)),
    });
    return { forest, of: (page) => others[foldOf(page)] ?? forest };
  }

  function learnRoles<Thing>(
    stage: string,
    rowsOf: (page: LabelledPage) => ReadonlyMap<Thing, readonly number[]>,
    entityOf: (thing: Thing, page: LabelledPage) => FunsdEntity | null,
  ) {
    const rows = remembered(rowsOf);
    const learnOne = (name: string, kind: FunsdEntity['label']) =>
      learn(`${stage}, ${name}`, (page) =>
        [...rows(page)].map(([thing, features]) => ({ features, holds: entityOf(thing, page)?.label === kind })),
      );
    const [label, value] = [learnOne('label', 'question'), learnOne('value', 'answer')];
    const forests: RoleForests = { label: label.forest, value: value.forest };
    const roles = remembered(
      (page): Map<Thing, Role> => rolesBy({ label: label.of(page), value: value.of(page) }, rows(page)),
    );
    return { forests, roles };
  }

  const words = learnRoles(
    'words',
    ({ lined }) => describeWords(lined),
    (word, page) => page.entityOf.get(word) ?? null,
  );
  const breaks = learn('breaks', (page) => breakExamples(page, words.roles(page)));
  const lines = remembered((page) => cutLines(page.lined, words.roles(page), breaks.of(page)));
  const pieces = learnRoles(
    'pieces',
    (page) => describePieces(lines(page), page.lined, words.roles(page)),
    (piece, page) => mostlyOf(piece, page),
  );
  const roles = remembered((page) => rolesOfWords(pieces.roles(page)));
  const joins = learn('joins', (page) =>
    continuations(lines(page), page.lined.wordHeight).flatMap((pair): Example[] => {
      const [upper, lower] = [mostlyOf(pair.upper, page), mostlyOf(pair.lower, page)];
      if (upper === null || lower === null) return [];
      return [{ features: joinFeatures(pair, page.lined, roles(page)), holds: upper === lower }];
    }),
  );
  const candidatesOf = remembered((page) =>
    findCandidates(joinLines(lines(page), page.lined, roles(page), joins.of(page)), page.lined),
  );
  const pairs = learn('pairs', (page) => {
    const candidates = candidatesOf(page);
    return pairExamples(candidates, pairFeatures(candidates, page.lined, roles(page)), page);
  });
  const rivals = learn('rivals', (page) => {
    const candidates = candidatesOf(page);
    const guesses = guessPairs(candidates, page.lined, roles(page), pairs.of(page));
    return pairExamples(candidates, rivalFeatures(guesses, page.lined, roles(page)), page);
  });
  const model: PairModel = {
    format: 'tabularium-pairs-2',
    words: words.forests,
    breaks: breaks.forest,
    pieces: pieces.forests,
    joins: joins.forest,
    pairs: pairs.forest,
    rivals: rivals.forest,
  };
  return { model, log };
}

function breakExamples({ lined, entityOf }: LabelledPage, roles: ReadonlyMap<Word, Role>): Example[] {
  const context = breakContext(lined, roles);
  return lined.lines.flatMap((line) =>
    line.flatMap((word, place): Example[] => {
      const before = line[place - 1];
      const [left, right] = [before === undefined ? undefined : entityOf.get(before), entityOf.get(word)];
      if (left === undefined || right === undefined) return [];
      return [{ features: breakFeatures(line, place, context), holds: left !== right }];
    }),
  );
}

function pairExamples(
  candidates: readonly Candidate[],
  features: readonly (readonly number[])[],
  page: LabelledPage,
): Example[] {
  return candidates.map(({ label, value }, at) => ({
    features: features[at] ?? [],
    holds: isAnswered(mostlyOf(label, page), mostlyOf(value, page)),
  }));
}

/** The entity to which more than half of a text belongs. */
function mostlyOf({ words }: Segment, { entityOf }: LabelledPage): FunsdEntity | null {
  const letters = new Map<FunsdEntity, number>();
  for (const word of words) {
    const entity = entityOf.get(word);
    if (entity !== undefined) letters.set(entity, (letters.get(entity) ?? 0) + word.text.length);
  }
  const all = words.reduce((sum, { text }) => sum + text.length, 0);
  return [...letters].find(([, count]) => 2 * count > all)?.[0] ?? null;
}

function isAnswered(question: FunsdEntity | null, answer: FunsdEntity | null): boolean {
  return (
    question?.label === 'question' &&
    answer?.label === 'answer' &&
    question.linking.some(([from, to]) => from === question.id && to === answer.id)
  );
}

function lossOf(forest: Forest, examples: readonly Example[]): number {
  const loss = examples.reduce((sum, { features, holds }) => {
    const probability = forestProbability(forest, features);
    return sum - Math.log(Math.max(1e-9, holds ? probability : 1 - probability));
  }, 0);
  return loss / Math.max(1, examples.length);
}

function remembered<Value>(make: (page: LabelledPage) => Value): (page: LabelledPage) => Value {
  const made = new Map<LabelledPage, Value>();
  return (page) => {
    const known = made.get(page) ?? make(page);
    made.set(page, known);
    return known;
  };
}
