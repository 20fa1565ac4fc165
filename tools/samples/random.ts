/** A source of chance that always gives the same for the same seed. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** Normal with mean 0 and deviation 1. */
  gauss(): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** An independent source: what is drawn from it does not shift what comes after. */
  fork(name: string): Random;
}

/** Makes a source from a text (sfc32 seeded through FNV-1a). */
export function createRandom(seed: string): Random {
  const next = sfc32(hash(`${seed}/a`), hash(`${seed}/b`), hash(`${seed}/c`), 1);
  for (let warm = 0; warm < 12; warm += 1) next();
  const random: Random = {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    gauss: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (share) => next() < share,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
  return random;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

function sfc32(first: number, second: number, third: number, fourth: number): () => number {
  let [a, b, c, d] = [first, second, third, fourth];
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 0x1_0000_0000;
  };
}
