import type { GreyImage } from '../../../model/page.ts';
import type { LineReader } from '../../engines/engine.ts';
import { plainlySure } from '../print-agreement.ts';

/** What the networks for print and the one for hands make of a line. */
export interface LineEvidence {
  /** How sure each is of it, 0 to 1; the one for hands of 0 where it was not asked, for those for print know the writing as print. */
  readonly print: number;
  readonly near: number;
  readonly hand: number;
  /** Both for print read the same letters. */
  readonly isAlike: boolean;
}

/** Asks all networks of lines about one. `dpi` is the resolution of the crop. Rejects when an engine fails. */
export type LineWitness = (crop: GreyImage, dpi: number) => Promise<LineEvidence>;

/** Networks for print, the first and the near one, and the one for hands. */
export function createLineWitness(
  print: () => Promise<LineReader>,
  near: () => Promise<LineReader>,
  hand: () => Promise<LineReader>,
): LineWitness {
  return async (crop, dpi) => {
    const [byPrint, byNear] = [
      await (await print()).readLine(crop, { dpi }),
      await (await near()).readLine(crop, { dpi }),
    ];
    const isAlike = withoutBlanks(byPrint.text) === withoutBlanks(byNear.text);
    const told = { print: byPrint.confidence, near: byNear.confidence, isAlike };
    if (isAlike && Math.min(told.print, told.near) >= plainlySure) return { ...told, hand: 0 };
    return { ...told, hand: (await (await hand()).readLine(crop, { dpi })).confidence };
  };
}

/** Of several lines what speaks most for another hand. */
export function joinEvidence(lines: readonly LineEvidence[]): LineEvidence {
  return {
    print: Math.min(...lines.map(({ print }) => print)),
    near: Math.min(...lines.map(({ near }) => near)),
    hand: Math.min(...lines.map(({ hand }) => hand)),
    isAlike: lines.every(({ isAlike }) => isAlike),
  };
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}
