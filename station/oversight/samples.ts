import { fieldKindSchema } from '../../contract/document.ts';
import type { ErrorShare, Oversight } from '../../contract/oversight.ts';
import { lowerBound, upperBound } from '../../ocr/extract/calibrate/bound.ts';
import type { decidedSamples } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { grouped } from './grouped.ts';
import { presentForm } from './present-form.ts';

type Samples = ReturnType<typeof decidedSamples>;

/** A kind that forms no longer have counts as plain text, as fields without a description do. */
const kindSchema = fieldKindSchema.catch('text');

const weekMs = 7 * 86_400_000;

/** Each end of the interval by itself, so that both together hold with 95 % confidence. */
const levelOfEnd = 0.975;

/** Errors found by sampling, by form and kind of field, the kinds with the most errors first. */
export function samplesByKind(samples: Samples, forms: Forms): Oversight['sampledByKind'] {
  return grouped(samples, ({ formKey, kind }) => `${formKey ?? ''} ${kind}`)
    .map((group) => {
      const [{ formKey, kind }] = group;
      return { form: presentForm(forms, formKey), kind: kindSchema.parse(kind), ...shareOf(group) };
    })
    .toSorted((left, right) => right.wrong - left.wrong || right.samples - left.samples);
}

/** Errors found by sampling, week by week; `days` are those of the weeks, in UTC, the earliest first. */
export function samplesByWeek(samples: Samples, days: readonly string[]): Oversight['sampledByWeek'] {
  const byWeek = grouped(days, (day) => String(Math.floor((Date.parse(day) - Date.parse(days[0] ?? day)) / weekMs)));
  return byWeek.map((week) => ({
    from: new Date(week[0]).toISOString(),
    ...shareOf(samples.filter(({ day }) => week.includes(day))),
  }));
}

/** With the exact interval of Clopper and Pearson (1934). */
function shareOf(samples: Samples): ErrorShare {
  const all = countOf(samples);
  const wrong = countOf(samples.filter(({ outcome }) => outcome === 'wrong'));
  const bounds = [wrong, all, levelOfEnd] as const;
  return { samples: all, wrong, low: lowerBound(...bounds), high: upperBound(...bounds) };
}

function countOf(samples: Samples): number {
  return samples.reduce((sum, { count }) => sum + count, 0);
}
