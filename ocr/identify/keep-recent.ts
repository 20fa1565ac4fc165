/** Remembers the answers to the last few questions asked. At most `most` are kept; the one unasked for longest goes first. */
export function keepRecent<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  // A map keeps its entries in the order in which they came.
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    const value = known ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return value;
  };
}
