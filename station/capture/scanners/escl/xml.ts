import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { ScannerError } from '../scanner.ts';

/** An element without its namespace: its text, or its children by name, each name with all its elements in order. */
export type XmlElement = string | { readonly [name: string]: readonly XmlElement[] };

const elementSchema: z.ZodType<XmlElement> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), z.array(elementSchema))]),
);
const documentSchema = z.record(z.string(), elementSchema.or(z.array(elementSchema)));

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: true,
  isArray: () => true,
});

/**
 * Reads a scanner's XML document with the given root element. Namespace prefixes differ between makers and are dropped.
 * A document type is refused: no scanner needs one, and entities are an old way to exhaust a reader.
 *
 * Throws a ScannerError `device-failed` for anything else than such a document.
 */
export function parseXml(text: string, root: string): XmlElement {
  if (/<!DOCTYPE/i.test(text)) throw new ScannerError('device-failed', 'the scanner sent a document type');
  const parsed = documentSchema.safeParse(parseOrTell(text));
  const element = parsed.success ? [parsed.data[root] ?? []].flat()[0] : undefined;
  if (element === undefined) throw new ScannerError('device-failed', `the scanner sent no ${root}`);
  return element;
}

function parseOrTell(text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch (cause) {
    throw new ScannerError('device-failed', 'the scanner sent something that is no XML', { cause });
  }
}

/** All elements at the end of a path of names, in order. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (level, name) => level.flatMap((parent) => (typeof parent === 'string' ? [] : (parent[name] ?? []))),
    [element],
  );
}

/** Texts of all elements at the end of a path. */
export function textsAt(element: XmlElement, ...path: readonly string[]): string[] {
  return elementsAt(element, ...path).filter((found) => typeof found === 'string');
}

export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  return textsAt(element, ...path)[0];
}

/** A whole number of at least 0 at the end of a path. */
export function numberAt(element: XmlElement, ...path: readonly string[]): number | undefined {
  const text = textAt(element, ...path);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
