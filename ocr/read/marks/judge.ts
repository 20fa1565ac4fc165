import type { ZoneReading } from '../../model/reading.ts';
import type { MarkFeatures } from './features.ts';

type MarkReading = Extract<ZoneReading, { kind: 'mark' }>;
export type MarkJudgement = Pick<MarkReading, 'manner' | 'state' | 'confidence'>;

/** Ink over more than this of the inside is no stroke any more: filled in, or scribbled out. */
const solidShare = 0.6;
const stroke = { extent: 0.5, inkShare: 0.045 };
/** Short, but thick. */
const thickStroke = { extent: 0.4, inkShare: 0.15 };
/** A stroke that spans most of its box is never dirt. */
const sureStroke = { extent: 0.7, inkShare: 0.08 };
const faint = { extent: 0.25, inkShare: 0.018 };
/** A worn ribbon leaves crumbs of a stroke. */
const leastCrumbShare = 0.025;
const ringRoundShare = 0.7;
/** Only boxes with a stroke beside them have more, or such as a stamp or writing reaches. */
const besideExtent = 0.2;
/** Where the frame itself has faded, or is covered, a mark may have too. */
const leastFrameShare = 0.5;

/**
 * Tells in what manner one box is marked, seen by itself. The limits lie in the gaps between what was measured on samples:
 * strokes span 0.57 of their box and more and ink 0.049 of it, half-hearted ones too; empty boxes have less than 0.12 and 0.01.
 * `framed` says whether the empty form shows a frame there, `frameShare` how much of it this page shows.
 */
export function judgeMark(features: MarkFeatures, frameShare: number, framed: boolean): MarkJudgement {
  const { inkShare, extent, crumbShare, roundShare, outsideExtent } = features;
  if (inkShare >= solidShare) return { manner: 'solid', state: 'marked', confidence: 0.99 };
  if (reaches(features, stroke) || reaches(features, thickStroke)) {
    return { manner: 'stroke', state: 'marked', confidence: reaches(features, sureStroke) ? 0.998 : 0.95 };
  }
  if (roundShare >= ringRoundShare) return { manner: 'around', state: 'unclear', confidence: 0.7 };
  if (extent >= faint.extent && inkShare >= faint.inkShare)
    return { manner: 'faint', state: 'unclear', confidence: 0.5 };
  if (crumbShare >= leastCrumbShare) return { manner: 'faint', state: 'unclear', confidence: 0.5 };
  if (framed && frameShare < leastFrameShare) return { manner: 'unseen', state: 'unclear', confidence: 0.5 };
  if (outsideExtent >= besideExtent) return { manner: 'beside', state: 'unclear', confidence: 0.5 };
  return { manner: 'none', state: 'empty', confidence: extent < faint.extent ? 0.999 : 0.98 };
}

function reaches({ extent, inkShare }: MarkFeatures, least: { readonly extent: number; readonly inkShare: number }) {
  return extent >= least.extent && inkShare >= least.inkShare;
}
