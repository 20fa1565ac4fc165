import type { DescribedZone } from '../model/form.ts';
import { type Finding, fault, type Place } from './finding.ts';

type DateZone = Extract<DescribedZone, { kind: 'date' }>;

/** Lengths on paper that differ by less are the same. */
const toleranceMm = 0.05;

/** Checks that the parts of a date stand one behind the other in its rectangle, and that it has no comb besides. */
export function checkDateParts({ parts, cells, rectMm }: DateZone, place: Place): Finding[] {
  if (parts === undefined) return [];
  if (cells !== undefined) {
    return [
      fault(
        place,
        'una data è o in caselle uguali ("cells") o in tre parti ("parts"): lasciare solo quella stampata',
        'a date is either in equal cells ("cells") or in three parts ("parts"): keep the one that is printed',
      ),
    ];
  }
  const areInOrder = parts.every(({ x }, index) => {
    const before = parts[index - 1];
    return before === undefined || before.x + before.width <= x + toleranceMm;
  });
  const areInside = parts.every(({ x, width }) => x + width <= rectMm.width + toleranceMm);
  if (areInOrder && areInside) return [];
  return [
    fault(
      place,
      `le tre parti si sovrappongono o escono dal rettangolo, largo ${rectMm.width} mm: misurarle dal suo bordo sinistro, nell'ordine in cui sono stampate`,
      `the three parts overlap or leave the rectangle, which is ${rectMm.width} mm wide: measure them from its left edge, in the order in which they are printed`,
    ),
  ];
}
