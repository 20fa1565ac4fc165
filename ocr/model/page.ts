import { z } from 'zod';
import { type Affine, affineSchema } from './geometry.ts';

/** One grey page image in memory: 8 bits a pixel, rows from the top, 0 black to 255 white, no row padding. */
export interface GreyImage {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One recorded step from the captured page to the image that is read. Each is reversible over the untouched original. */
export const transformStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('turn'), clockwiseDeg: z.union([z.literal(90), z.literal(180), z.literal(270)]) }),
  z.strictObject({ kind: z.literal('deskew'), clockwiseDeg: z.number() }),
  z.strictObject({ kind: z.literal('resize'), factor: z.number().positive() }),
  z.strictObject({ kind: z.literal('take-lines-out') }),
  z.strictObject({ kind: z.literal('divide-background') }),
  z.strictObject({ kind: z.literal('median'), sizePx: z.literal(3) }),
  z.strictObject({ kind: z.literal('stretch-contrast'), blackLevel: z.number(), whiteLevel: z.number() }),
]);
export type TransformStep = z.infer<typeof transformStepSchema>;

/** What a source file holds at one page index, found without reading its text. */
export const pageInfoSchema = z.strictObject({
  index: z.int().nonnegative(),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** Pixels per inch as the file states them or as the page's physical size implies; null when unknown. */
  dpi: z.number().positive().nullable(),
});
export type PageInfo = z.infer<typeof pageInfoSchema>;

/** A captured page decoded to grey. EXIF orientation is already applied: "captured" means as a viewer shows it. */
export interface CapturedPage {
  readonly image: GreyImage;
  readonly dpi: number | null;
}

/** A page ready for reading. `toCaptured` maps pixels of `image` to pixels of the captured page. */
export interface PreparedPage {
  readonly image: GreyImage;
  /** Resolution of `image` in pixels per inch, measured, stated or estimated. */
  readonly dpi: number;
  readonly steps: readonly TransformStep[];
  readonly toCaptured: Affine;
  /** Clockwise turn that makes the captured page upright: 0, 90, 180 or 270. */
  readonly rotationDeg: 0 | 90 | 180 | 270;
  /** How plainly the picture shows that turn, 0 no hint to 1 plain. Absent where the turn was given, not decided. */
  readonly orientationConfidence?: number;
  /**
   * Angle of the text lines on the upright page before deskewing. Positive where they descend to the right
   * (turned clockwise), so that turning the page counter-clockwise by `skewDeg` levels it.
   */
  readonly skewDeg: number;
  readonly blank: boolean;
}

export const preparationSchema = z.strictObject({
  steps: z.array(transformStepSchema),
  toCaptured: affineSchema,
  rotationDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  skewDeg: z.number(),
  blank: z.boolean(),
});
/** The part of a prepared page that is kept: how it was made, without its pixels. */
export type Preparation = z.infer<typeof preparationSchema>;
