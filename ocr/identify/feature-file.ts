import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { zoneSchema } from '../model/form.ts';
import type { ReferenceFeatures } from './reference.ts';

/** To be raised with every change of what `measureReference` finds on the same page: files of another version are made anew. */
const methodVersion = 1;
/** How the runtime that is running writes values; an older one cannot read what a newer one wrote. */
const formatVersion = serialize(null)[1];
const checksumBytes = 32;

const pointSchema = z.strictObject({ x: z.number(), y: z.number() });
const patchesSchema = z.array(z.strictObject({ centre: pointSchema }));
const scaleSchema = {
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  pxPerMmX: z.number().positive(),
  pxPerMmY: z.number().positive(),
};
const featuresSchema: z.ZodType<ReferenceFeatures> = z.strictObject({
  places: z.array(pointSchema),
  descriptors: z.instanceof(Uint32Array),
  patches: patchesSchema,
  zonePrint: z.array(z.strictObject({ zone: zoneSchema, patches: patchesSchema })),
  ink: z.strictObject({
    x: z.instanceof(Float32Array),
    y: z.instanceof(Float32Array),
    darkness: z.instanceof(Uint8Array),
  }),
  inkMap: z.strictObject({ bits: z.instanceof(Uint8Array), ...scaleSchema }),
  inkPx: z.int().nonnegative(),
  packed: z.strictObject({ deflated: z.instanceof(Uint8Array), ...scaleSchema }),
});

/** Turns features into the bytes of a file: a checksum over versions and content, then the content. */
export function encodeFeatures(features: ReferenceFeatures, version = methodVersion): Buffer {
  const content = serialize(features);
  return Buffer.concat([checksum(content, version), content]);
}

/** Returns what `encodeFeatures` was given, or null when the bytes are damaged, cut short or of another version. */
export function decodeFeatures(bytes: Uint8Array): ReferenceFeatures | null {
  const content = bytes.subarray(checksumBytes);
  if (!checksum(content, methodVersion).equals(bytes.subarray(0, checksumBytes))) return null;
  return featuresSchema.safeParse(deserialize(content)).data ?? null;
}

function checksum(content: Uint8Array, version: number): Buffer {
  const made = `features of a layout page, method ${version}, format ${formatVersion}\n`;
  return createHash('sha256').update(made).update(content).digest();
}
