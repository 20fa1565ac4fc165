import { z } from 'zod';
import { boxSchema } from './geometry.ts';

/** The symbologies that are looked for, by the names of ZXing. */
export const barcodeFormatSchema = z.enum([
  'Aztec',
  'Code128',
  'Code39',
  'Code93',
  'DataMatrix',
  'EAN13',
  'EAN8',
  'ITF',
  'PDF417',
  'QRCode',
]);
export type BarcodeFormat = z.infer<typeof barcodeFormatSchema>;

/** One code found on an image. */
export const barcodeSchema = z.strictObject({
  format: barcodeFormatSchema,
  text: z.string(),
  /** Pixels of the image that was searched. */
  box: boxSchema,
  /** Clockwise turn of the code on that image, in degrees from -180 to 180. */
  rotationDeg: z.number(),
});
export type Barcode = z.infer<typeof barcodeSchema>;
