import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { fitLogistic } from '../../ocr/extract/calibrate/logistic.ts';
import { checkedFields } from '../../ocr/extract/checked-fields.ts';
import { identifyPage } from '../../ocr/identify/identify.ts';
import type { LogisticWeights } from '../../ocr/model/logistic.ts';
import { decodePage } from '../../ocr/prepare/decode.ts';
import { preparePage } from '../../ocr/prepare/prepare.ts';
import { joinEvidence } from '../../ocr/read/writer/other-hands/evidence.ts';
import { networkFeatures } from '../../ocr/read/writer/other-hands/features.ts';
import { looksOf, type ZoneLook } from '../../ocr/read/writer/other-hands/find.ts';
import { readWherePut } from '../../ocr/read/zones.ts';
import { createReadingTools } from '../../ocr/worker/tools.ts';
import { readTruth, type TruthDocument } from '../samples/truth.ts';

/**
 * Prints the weights of `ocr/read/writer/other-hands/weights.ts`, fitted to the machines' pages of piles of samples, drawn with
 * `npm run samples -- --mixed 0.2` and without.
 */

interface ZoneExample {
  readonly isInCells: boolean;
  readonly look: readonly number[];
  readonly whole: readonly number[];
  readonly isByPen: boolean;
}

const tools = createReadingTools();
const forms = join(import.meta.dirname, '../../resources/forms');
const formFolders = readdirSync(forms).map((name) => join(forms, name));

async function examplesOf(path: string, document: TruthDocument): Promise<ZoneExample[]> {
  const prepared = preparePage(await decodePage(path, basename(path), 0));
  const found = identifyPage(prepared, await tools.catalogue(formFolders));
  if (found.kind !== 'aligned' || found.turnDeg !== 0) return [];
  const { form, layout, layoutPage, warp, reference } = found;
  const zones = layout.pages[layoutPage]?.zones ?? [];
  const engines = await tools.zoneEngines('ita');
  const placed = { zones, checkedFields: checkedFields(form.schema, zones), warp, reference };
  const { seen, writing } = await readWherePut(prepared, placed, engines);
  const told = async ({ id, isInCells, content, features }: ZoneLook): Promise<ZoneExample[]> => {
    const lines = (await content.askLines?.(engines.witness)) ?? [];
    const field = zones.find((zone) => zone.id === id)?.field ?? '';
    const isByPen = document.fields[field]?.byHand === true;
    const whole = [...features, ...networkFeatures(joinEvidence(lines))];
    return lines.length === 0 ? [] : [{ isInCells, look: features, whole, isByPen }];
  };
  const examples: ZoneExample[] = [];
  // One after the other: a network reads one crop at a time.
  for (const zone of writing.isMachineMade ? looksOf(seen, writing) : []) examples.push(...(await told(zone)));
  return examples;
}

async function examplesIn(pile: string): Promise<ZoneExample[]> {
  const { documents } = await readTruth(pile);
  const examples: ZoneExample[] = [];
  for (const document of documents.filter(({ hand }) => hand !== 'handwritten')) {
    for (const { file } of document.pages) examples.push(...(await examplesOf(join(pile, file), document)));
  }
  return examples;
}

const always = 'always';
/** Of the bias: next to none. */
const leastPrecision = 1e-6;

/** A logistic regression with a penalty of 1 on the squares of weights, as they would be on features of unit variance. */
function weightsFor(rows: readonly (readonly number[])[], zones: readonly ZoneExample[]): LogisticWeights {
  const names = (rows[0] ?? []).map((_, at) => String(at));
  const prior = names.map((feature, at) => ({
    feature,
    weight: 0,
    precision: varianceOf(rows.map((row) => row[at] ?? 0)),
  }));
  const outcomes = rows.map((row, index) => ({
    values: new Map([[always, 1], ...names.map((name, at): [string, number] => [name, row[at] ?? 0])]),
    right: zones[index]?.isByPen === true,
  }));
  const [bias, ...terms] = fitLogistic(outcomes, [{ feature: always, weight: 0, precision: leastPrecision }, ...prior]);
  return { bias: rounded(bias?.weight ?? 0), weights: terms.map(({ weight }) => rounded(weight)) };
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

const program = new Command('train-other-hands')
  .argument('<piles...>', 'folders of piles with their truth')
  .action(async (piles: string[]) => {
    const examples: ZoneExample[] = [];
    for (const pile of piles) examples.push(...(await examplesIn(pile)));
    for (const inCells of [false, true]) {
      const own = examples.filter(({ isInCells }) => isInCells === inCells);
      const byPen = own.filter(({ isByPen }) => isByPen).length;
      const look = weightsFor(
        own.map((zone) => zone.look),
        own,
      );
      const whole = weightsFor(
        own.map((zone) => zone.whole),
        own,
      );
      process.stdout.write(`${inCells ? 'cells' : 'lines'}, ${own.length}, ${byPen} of them by pen\n`);
      process.stdout.write(`${JSON.stringify({ look, whole }, null, 2)}\n`);
    }
  });
await program.parseAsync();
