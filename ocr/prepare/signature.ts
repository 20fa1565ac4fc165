import { PageError } from '../model/failure.ts';

export type SourceFormat = 'pdf' | 'tiff' | 'jpeg' | 'png' | 'webp';

/** A PDF header may follow up to this many bytes of something else (ISO 32000-1, annex H.3, note 13). */
const PDF_HEADER_WITHIN = 1024;

const TIFF_MARKS = [
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];
const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_MARK = [0xff, 0xd8, 0xff];

/**
 * Tells the format of a file from its bytes, never from its name.
 *
 * @throws PageError `empty-file` for no bytes, `unsupported-format` when no known signature is there.
 */
export function detectFormat(bytes: Uint8Array): SourceFormat {
  if (bytes.length === 0) throw new PageError('empty-file', 'the file has 0 bytes');
  if (startsWith(bytes, JPEG_MARK)) return 'jpeg';
  if (startsWith(bytes, PNG_MARK)) return 'png';
  if (TIFF_MARKS.some((mark) => startsWith(bytes, mark))) return 'tiff';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (ascii(bytes, 0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf';
  throw new PageError(
    'unsupported-format',
    `no PNG, JPEG, TIFF, WebP or PDF signature; the file starts with ${hex(bytes.subarray(0, 8))}`,
  );
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((value, index) => bytes[index] === value);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (value) => value.toString(16).padStart(2, '0')).join(' ');
}
