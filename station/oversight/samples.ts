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

export const weekMs = 7 * 86_400_000;
/** How far back is looked. */
export const weeks = 13;

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

/** Errors found by sampling, week by week. */
export function samplesByWeek(samples: Samples, from: Date): Oversight['sampledByWeek'] {
  return Array.from({ length: weeks }, (_, week) => {
    const start = new Date(from.getTime() + week * weekMs).toISOString();
    const end = new Date(from.getTime() + (week + 1) * weekMs).toISOString();
    const inWeek = samples.filter(({ decidedAt }) => decidedAt !== null && decidedAt >= start && decidedAt < end);
    return { from: start, ...shareOf(inWeek) };
  });
}

/** With the exact interval of Clopper and Pearson (1934). */
function shareOf(samples: Samples): ErrorShare {
  const wrong = samples.filter(({ outcome }) => outcome === 'wrong').length;
  const bounds = [wrong, samples.length, levelOfEnd] as const;
  return { samples: samples.length, wrong, low: lowerBound(...bounds), high: upperBound(...bounds) };
}
