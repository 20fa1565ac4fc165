import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadCalibration } from '../../../../ocr/extract/calibrate/load.ts';
import { extractFields } from '../../../../ocr/extract/extract.ts';
import { loadTables } from '../../../../ocr/extract/tables/tables.ts';
import { loadFormPackage } from '../../../../ocr/forms/load.ts';
import { type Measure, measured, skipped } from '../../measure.ts';
import { readWithPool } from '../ours.ts';
import type { BenchPart } from '../part.ts';
import { writeFaraPackage } from './package.ts';
import { isSameName, isVariantOfName } from './same-name.ts';

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url));
const truthSchema = z.array(z.object({ file: z.string(), registration_number: z.string(), registrant: z.string() }));

/** One filing and what was read on its first page. */
interface Filing {
  /** Null where the page was not registered. */
  readonly edition: string | null;
  readonly isNumberRight: boolean;
  readonly isNumberAccepted: boolean;
  readonly isNameRight: boolean;
  readonly isNameVariant: boolean;
  readonly isNameAccepted: boolean;
}

async function readFilings(data: string, packageFolder: string): Promise<Filing[]> {
  const folder = join(data, 'fara-amendments');
  const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
  const paths = truth.map(({ file }) => join(folder, file));
  const { readings } = await readWithPool(paths, [packageFolder], { language: 'eng', mode: 'auto' });
  const form = await loadFormPackage(packageFolder);
  const tables = await loadTables(join(resources, 'tables'));
  const calibration = await loadCalibration(join(resources, 'calibration', 'fields.json'));
  return truth.map(({ registration_number, registrant }, index) => {
    const reading = readings.get(paths[index] ?? '');
    const fields = reading?.registration ? extractFields(form, [reading], tables, calibration) : {};
    const number = fields['/registrationNumber'];
    const registered = fields['/registrant'];
    const name = String(registered?.value ?? '');
    return {
      edition: reading?.registration?.edition ?? null,
      isNumberRight: number?.value === registration_number,
      isNumberAccepted: number?.status === 'accepted',
      isNameRight: isSameName(name, registrant),
      isNameVariant: isVariantOfName(name, registrant),
      isNameAccepted: registered?.status === 'accepted',
    };
  });
}

function summarise(filings: readonly Filing[], on: string, hasAim: boolean): Measure[] {
  const count = filings.length;
  const share = (pick: (filing: Filing) => boolean) => filings.filter(pick).length / Math.max(1, count);
  const aim = (atLeast: number) => (hasAim ? { aim: { atLeast } } : {});
  const wrong = filings.filter(({ isNumberAccepted, isNumberRight }) => isNumberAccepted && !isNumberRight);
  return [
    measured({
      measure: 'registration number',
      on,
      value: share((one) => one.isNumberRight),
      unit: 'share',
      count,
      ...aim(0.97),
    }),
    measured({
      measure: 'registrant',
      on,
      value: share((one) => one.isNameVariant),
      unit: 'share',
      count,
      ...aim(0.9),
    }),
    measured({
      measure: 'registrant, to the letter of the register',
      on,
      value: share((one) => one.isNameRight),
      unit: 'share',
      count,
    }),
    // What is right and asked about nevertheless costs a person's time.
    measured({
      measure: 'registration number accepted',
      on,
      value: share((one) => one.isNumberAccepted),
      unit: 'share',
      count,
    }),
    measured({ measure: 'registrant accepted', on, value: share((one) => one.isNameAccepted), unit: 'share', count }),
    measured({
      measure: 'wrong numbers accepted',
      on,
      value: wrong.length,
      unit: 'filings',
      count,
      aim: { atMost: 0 },
    }),
  ];
}

/** The edition that most filings are of. */
function mainEdition(filings: readonly Filing[]): string | null {
  const counts = Map.groupBy(filings, ({ edition }) => edition);
  counts.delete(null);
  const [most] = [...counts].toSorted(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? null;
}

/** Real filings of one form over three decades, through a package whose empty pages are composed from filings. */
export const faraPart: BenchPart = {
  name: 'fara',
  async run({ data, scratch }) {
    if (data === null || !existsSync(join(data, 'fara-amendments'))) {
      return [
        skipped(
          'registration number',
          'fara-amendments',
          'share',
          'name a folder that holds fara-amendments with --data',
        ),
      ];
    }
    const packageFolder = join(scratch, 'fara-amendment');
    await writeFaraPackage(data, packageFolder);
    const filings = await readFilings(data, packageFolder);
    const main = mainEdition(filings);
    const registered = filings.filter(({ edition }) => edition !== null);
    const share = registered.length / Math.max(1, filings.length);
    return [
      measured({
        measure: 'filings registered',
        on: 'fara-amendments',
        value: share,
        unit: 'share',
        count: filings.length,
      }),
      ...summarise(
        filings.filter(({ edition }) => edition === main),
        `fara-amendments, main edition ${main}`,
        true,
      ),
      // The oldest edition has no box for the number: it was stamped or written anywhere beside the title.
      ...summarise(
        registered.filter(({ edition }) => edition !== '1963-01'),
        'fara-amendments, editions with boxes',
        true,
      ),
      ...summarise(filings, 'fara-amendments, all', false),
    ];
  },
};
