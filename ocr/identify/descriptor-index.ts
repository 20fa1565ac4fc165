import { descriptorBits, descriptorDistance, descriptorWords } from './descriptor.ts';
import { seededRandom } from './random.ts';

/** Descriptors of all reference pages, in hash tables by a few of their bits. */
export interface DescriptorIndex {
  readonly words: Uint32Array;
  /** Reference page of each descriptor. */
  readonly owners: Int32Array;
  /** Number of reference pages. */
  readonly pages: number;
  readonly tables: readonly HashTable[];
  /** Buckets fuller than this hold what is common to all paper and are passed over. */
  readonly bucketLimit: number;
}

interface HashTable {
  readonly bits: Int32Array;
  /** Where each key's entries start in `entries`, and one more. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

const tableCount = 10;
/** Bits of a key: about one descriptor to a bucket, within reason. */
function keyBitsFor(count: number): number {
  return Math.max(10, Math.min(16, Math.round(Math.log2(Math.max(1, count)))));
}

/**
 * Files descriptors for search by likeness: each table keys them by a few of their bits, so that two descriptors with
 * few differing bits share a bucket in some table. Source: P. Indyk, R. Motwani, Approximate Nearest Neighbors, STOC 1998
 * (bit sampling). Bits that are nearly always the same are left out, as they tell nothing.
 */
export function buildDescriptorIndex(words: Uint32Array, owners: Int32Array, pages: number): DescriptorIndex {
  const telling = tellingBits(words, owners.length);
  const random = seededRandom(0x1d_0c5e);
  const keyBits = keyBitsFor(owners.length);
  const tables = Array.from({ length: tableCount }, () =>
    fillTable(words, owners.length, drawBits(telling, keyBits, random)),
  );
  return { words, owners, pages, tables, bucketLimit: 64 + 6 * pages };
}

/** The bits in order of how evenly they are set, the better half. */
function tellingBits(words: Uint32Array, count: number): number[] {
  const set = new Float64Array(descriptorBits);
  for (let i = 0; i < count; i++) {
    for (let bit = 0; bit < descriptorBits; bit++) {
      if (hasBit(words, i, bit)) set[bit] = (set[bit] ?? 0) + 1;
    }
  }
  const unevenness = (bit: number): number => Math.abs((set[bit] ?? 0) / Math.max(1, count) - 0.5);
  return Array.from({ length: descriptorBits }, (_, bit) => bit)
    .sort((one, other) => unevenness(one) - unevenness(other))
    .slice(0, descriptorBits / 2);
}

function drawBits(from: readonly number[], keyBits: number, random: () => number): Int32Array {
  const rest = [...from];
  return Int32Array.from({ length: keyBits }, () => rest.splice(Math.floor(random() * rest.length), 1)[0] ?? 0);
}

function hasBit(words: Uint32Array, index: number, bit: number): boolean {
  return (((words[index * descriptorWords + (bit >> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;
}

function keyOf(words: Uint32Array, index: number, bits: Int32Array): number {
  let key = 0;
  const start = index * descriptorWords;
  for (let i = 0; i < bits.length; i++) {
    const bit = bits[i] ?? 0;
    key = (key << 1) | (((words[start + (bit >> 5)] ?? 0) >>> (bit & 31)) & 1);
  }
  return key;
}

function fillTable(words: Uint32Array, count: number, bits: Int32Array): HashTable {
  const starts = new Int32Array((1 << bits.length) + 1);
  const keys = Int32Array.from({ length: count }, (_, index) => keyOf(words, index, bits));
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < 1 << bits.length; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const entries = new Int32Array(count);
  keys.forEach((key, index) => {
    const place = next[key] ?? 0;
    entries[place] = index;
    next[key] = place + 1;
  });
  return { bits, starts, entries };
}

/** Descriptors of one reference page that look like descriptors of the scanned page; the two lists run in parallel. */
export interface Matches {
  readonly page: number[];
  readonly reference: number[];
}

/**
 * Looks every descriptor of a page up and returns, by reference page, its nearest descriptor there when at most `limit`
 * bits differ.
 */
export function matchDescriptors(index: DescriptorIndex, query: Uint32Array, limit: number): Matches[] {
  const matches: Matches[] = Array.from({ length: index.pages }, () => ({ page: [], reference: [] }));
  const seen = new Int32Array(index.owners.length).fill(-1);
  const nearest = { distance: new Int32Array(index.pages).fill(limit + 1), entry: new Int32Array(index.pages) };
  const owners: number[] = [];
  for (let at = 0; at < query.length / descriptorWords; at++) {
    owners.length = 0;
    for (const table of index.tables) {
      const key = keyOf(query, at, table.bits);
      const start = table.starts[key] ?? 0;
      const end = table.starts[key + 1] ?? 0;
      if (end - start > index.bucketLimit) continue;
      for (let place = start; place < end; place++) {
        const entry = table.entries[place] ?? 0;
        if (seen[entry] === at) continue;
        seen[entry] = at;
        const owner = index.owners[entry] ?? 0;
        const known = nearest.distance[owner] ?? 0;
        const distance = descriptorDistance(query, at, index.words, entry, known - 1);
        if (distance >= known) continue;
        if (known > limit) owners.push(owner);
        nearest.distance[owner] = distance;
        nearest.entry[owner] = entry;
      }
    }
    for (const owner of owners) {
      matches[owner]?.page.push(at);
      matches[owner]?.reference.push(nearest.entry[owner] ?? 0);
      nearest.distance[owner] = limit + 1;
    }
  }
  return matches;
}
