import type { FieldValue } from '../model/field.ts';

interface AssembledRecord {
  /** Nested objects and arrays; null values and empty array rows are left out. */
  readonly record: Record<string, unknown>;
  /** From pointers into `record` to the pointers that were given: rows may have moved up. */
  readonly origin: ReadonlyMap<string, string>;
}

type Branch = Map<string, Branch | { pointer: string; value: FieldValue }>;

function segmentsOf(pointer: string): string[] {
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapeSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

function plant(root: Branch, pointer: string, value: FieldValue): void {
  const segments = segmentsOf(pointer);
  const last = segments.pop() ?? '';
  let branch = root;
  for (const segment of segments) {
    const next = branch.get(segment);
    const child: Branch = next instanceof Map ? next : new Map();
    branch.set(segment, child);
    branch = child;
  }
  branch.set(last, { pointer, value });
}

function isRowBranch(branch: Branch): boolean {
  return branch.size > 0 && [...branch.keys()].every((key) => /^\d+$/.test(key));
}

function harvest(
  branch: Branch,
  path: string,
  origin: Map<string, string>,
): Record<string, unknown> | unknown[] | null {
  const rows: unknown[] = [];
  const members: Record<string, unknown> = {};
  const isArray = isRowBranch(branch);
  const entries = isArray ? [...branch].toSorted(([left], [right]) => Number(left) - Number(right)) : [...branch];
  for (const [key, child] of entries) {
    const childPath = `${path}/${isArray ? rows.length : escapeSegment(key)}`;
    if (!(child instanceof Map)) origin.set(childPath, child.pointer);
    const value = child instanceof Map ? harvest(child, childPath, origin) : child.value;
    if (value === null) continue;
    if (isArray) rows.push(value);
    else members[key] = value;
  }
  if (isArray) return rows.length > 0 ? rows : null;
  return Object.keys(members).length > 0 ? members : null;
}

/** Builds the record and remembers where each member came from. */
export function assembleRecord(values: Readonly<Record<string, FieldValue>>): AssembledRecord {
  const root: Branch = new Map();
  for (const [pointer, value] of Object.entries(values)) plant(root, pointer, value);
  const origin = new Map<string, string>();
  const record = harvest(root, '', origin);
  return { record: record === null || Array.isArray(record) ? {} : record, origin };
}

/** Builds the nested record from values by JSON Pointer. Numbers in pointers make arrays; nulls and empty rows vanish. */
export function buildRecord(values: Readonly<Record<string, FieldValue>>): Record<string, unknown> {
  return assembleRecord(values).record;
}
