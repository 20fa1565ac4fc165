import sharp, { type Sharp } from 'sharp';
import { PageError } from '../../model/failure.ts';
import { MAX_PAGE_PX } from '../limits.ts';

/** Settings for the process that decodes pages. Called once by its entry: no cache of pixels, no threads beside ours. */
export function configureImageLibrary(): void {
  sharp.cache(false);
  sharp.concurrency(1);
}

export interface ReadOptions {
  /** Position of the image in a file of several. */
  readonly page?: number;
  /** `error` lets a decoder's mere warnings pass; a truncated picture fails either way. */
  readonly failOn: 'warning' | 'error';
}

/** Opens an image in memory, upright as its EXIF or TIFF orientation says, on white where it is transparent. */
export function openImage(bytes: Buffer, { page, failOn }: ReadOptions): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: MAX_PAGE_PX, ...(page === undefined ? {} : { page }) })
    .autoOrient()
    .flatten({ background: '#ffffff' });
}

/** A grey picture as a decoder hands it over. */
export interface GreySamples {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Reads an image as 8-bit grey. */
export async function readGrey(image: Sharp): Promise<GreySamples> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`expected one grey channel, got ${info.channels}`);
  // A Buffer's slice is no copy: whoever changes one would change the captured page.
  const grey = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { data: grey, widthPx: info.width, heightPx: info.height };
}

/** Reads an image of wide samples as grey, its darkest sample as 0 and its lightest as 255. */
export async function readFloatGrey(image: Sharp): Promise<GreySamples> {
  const { data, info } = await image.raw({ depth: 'float' }).toBuffer({ resolveWithObject: true });
  const samples = new Float32Array(data.buffer, data.byteOffset, info.width * info.height * info.channels);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    if (sample < least) least = sample;
    if (sample > most) most = sample;
  }
  const scale = most > least ? 255 / (most - least) : 0;
  const grey = new Uint8Array(info.width * info.height);
  for (let index = 0; index < grey.length; index++) {
    grey[index] = Math.round(((samples[index * info.channels] ?? least) - least) * scale);
  }
  return { data: grey, widthPx: info.width, heightPx: info.height };
}

const NOT_SUPPORTED = [
  'unsupported jpeg data precision',
  'unsupported tiff',
  'not supported',
  'not a whole number of bytes',
  'sof type',
  'channel limit',
  'vector must have',
  'compression support is not configured',
];
const TOO_LARGE = ['exceeds pixel limit', 'too large', 'dimensions exceed'];
const NO_MEMORY = ['out of memory', 'unable to allocate'];

/** Turns what sharp throws for a picture into a PageError; the decoder's own words are the detail. */
export function decodeFailure(cause: unknown, format: string): PageError {
  if (cause instanceof PageError) return cause;
  const detail = `${format}: ${decoderWords(cause)}`;
  const known = detail.toLowerCase();
  const has = (phrases: readonly string[]) => phrases.some((phrase) => known.includes(phrase));
  if (has(NO_MEMORY)) return new PageError('out-of-memory', detail, { cause });
  if (has(TOO_LARGE)) return new PageError('page-too-large', detail, { cause });
  if (has(NOT_SUPPORTED)) return new PageError('unsupported-format', detail, { cause });
  return new PageError('damaged-file', detail, { cause });
}

/** The distinct lines of a decoder's message, without the name of the library's loader. */
function decoderWords(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const lines = message
    .replace(/^Input buffer has corrupt header: /, '')
    .split('\n')
    .map((line) => line.replace(/^(VipsJpeg|tiff2vips|pngload_buffer|webp2vips|libspng read error): /, '').trim())
    .filter((line) => line !== '' && !line.startsWith('Warning treated as error'));
  return [...new Set(lines)].slice(0, 3).join('; ');
}

/** Makes an image of interleaved 8-bit samples: red, green, blue and one that is passed over. */
export function rawImage({ data, widthPx, heightPx }: GreySamples): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 4 } }).removeAlpha();
}
