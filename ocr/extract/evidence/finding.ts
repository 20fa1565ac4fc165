import type { Box } from '../../model/geometry.ts';
import type { ZoneFinding } from '../collect.ts';

/** A zone with a reading of one kind. */
export type Finding<Kind extends ZoneFinding['reading']['kind']> = Omit<ZoneFinding, 'reading'> & {
  readonly reading: Extract<ZoneFinding['reading'], { kind: Kind }>;
};

export function ofKind<Kind extends ZoneFinding['reading']['kind']>(
  findings: readonly ZoneFinding[],
  kind: Kind,
): Finding<Kind>[] {
  const isOfKind = (finding: ZoneFinding): finding is Finding<Kind> => finding.reading.kind === kind;
  return findings.filter(isOfKind);
}

/** The smallest box around all of them, or null where there are none. */
export function unionBox(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (first === undefined) return null;
  return others.reduce<Box>(
    (union, box) => [
      Math.min(union[0], box[0]),
      Math.min(union[1], box[1]),
      Math.max(union[2], box[2]),
      Math.max(union[3], box[3]),
    ],
    first,
  );
}
