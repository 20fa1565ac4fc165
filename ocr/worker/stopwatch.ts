/** Adds up how long named stages take, in milliseconds. */
export interface Stopwatch {
  time<Value>(stage: string, work: () => Value | Promise<Value>): Promise<Value>;
  readonly timingMs: Readonly<Record<string, number>>;
}

/** Starts at nothing. `nowMs` is the clock: time gone by, unless another is given. */
export function startStopwatch(nowMs: () => number = () => performance.now()): Stopwatch {
  const timingMs: Record<string, number> = {};
  return {
    timingMs,
    async time(stage, work) {
      const start = nowMs();
      try {
        return await work();
      } finally {
        timingMs[stage] = (timingMs[stage] ?? 0) + nowMs() - start;
      }
    },
  };
}
