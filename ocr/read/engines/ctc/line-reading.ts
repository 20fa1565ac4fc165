import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import type { LineReading } from '../engine.ts';
import { surroundingBox } from '../page-lines.ts';
import type { Emission } from './best-path.ts';

/** How the frames of a line lie on its crop, and what their classes mean. */
export interface LineFrames {
  readonly engine: string;
  /** A text for each class. */
  readonly spelling: readonly string[];
  readonly crop: GreyImage;
  /** Left edge of the first frame, and how wide each is, in pixels of the crop. */
  readonly leftPx: number;
  readonly framePx: number;
}

/** What was found in the frames of a line, as an engine tells it: each character as high as the crop. */
export function readingOf(
  emissions: readonly Emission[],
  { engine, spelling, crop, leftPx, framePx }: LineFrames,
): LineReading {
  const { widthPx, heightPx } = crop;
  const edge = (frame: number) => Math.max(0, Math.min(widthPx, Math.round(leftPx + frame * framePx)));
  const characters = emissions.map((emission) => ({
    text: spelling[emission.class] ?? '',
    confidence: Math.min(1, emission.probability),
  }));
  const characterBoxes = emissions.map(
    ({ firstFrame, endFrame }): Box => [edge(firstFrame), 0, edge(endFrame), heightPx],
  );
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence)),
    characters,
    characterBoxes,
    box: surroundingBox(characterBoxes),
    engine,
  };
}
