/** Adds up how long named stages take, in milliseconds. */
export interface Stopwatch {
  time<Value>(stage: string, work: () => Value | Promise<Value>): Promise<Value>;
  readonly timingMs: Readonly<Record<string, number>>;
}

export function startStopwatch(): Stopwatch {
  const timingMs: Record<string, number> = {};
  return {
    timingMs,
    async time(stage, work) {
      const start = performance.now();
      try {
        return await work();
      } finally {
        timingMs[stage] = (timingMs[stage] ?? 0) + performance.now() - start;
      }
    },
  };
}
