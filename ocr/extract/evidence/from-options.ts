import { type Evidence, unreadField } from '../evidence.ts';
import { nothingWritten } from '../normalise/normalised.ts';
import type { MappedOptions } from '../pairs/map-options.ts';
import { unionBox } from './finding.ts';

/** What the tick boxes that were found for a field of a form without a layout say of it. A person sees it in any case. */
export function evidenceFromOptions({ description, page, choices, likeness }: MappedOptions): Evidence {
  const ticked = choices.filter(({ pair }) => pair.option.state !== 'empty');
  const codes = ticked.flatMap(({ code }) => (code === true ? [] : [code]));
  const isDivided = description.type === 'string' && codes.length > 1;
  const isUnclear = ticked.some(({ pair }) => pair.option.state === 'unclear');
  const decisive = ticked.length > 0 ? ticked : choices;
  return {
    ...unreadField(description),
    normalised: {
      ...nothingWritten,
      value: valueFrom(description.type, ticked.length > 0, codes),
      candidates: isDivided ? codes : [],
    },
    raw: String(ticked.length > 0),
    confidence: likeness * Math.min(...decisive.map(({ pair }) => pair.confidence)),
    source: 'pair',
    doubt: doubtOf(isDivided, isUnclear),
    page,
    box: unionBox(decisive.map(({ pair }) => pair.value.box)),
  };
}

function valueFrom(
  type: Evidence['description']['type'],
  isTicked: boolean,
  codes: string[],
): Evidence['normalised']['value'] {
  if (type === 'boolean') return isTicked;
  if (type === 'strings') return codes.length > 0 ? codes : null;
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

function doubtOf(isDivided: boolean, isUnclear: boolean): Evidence['doubt'] {
  if (isDivided) return 'several-marks';
  return isUnclear ? 'unclear-mark' : 'found-by-label';
}
