/** A longer pause is no work on the document: what the contract counts as activity. */
const longestPauseMs = 60_000;

export interface MeasuredEffort {
  readonly keystrokes: number;
  readonly activeMs: number;
}

/** What each document cost until it is finished, also over several visits. What was pressed is not kept. Gone with the screen. */
export interface EffortMeter {
  /** The document came into hand: what went by since it was left is not counted. Instants are in milliseconds of one clock. */
  begin(documentId: string, atMs: number): void;
  /** Somebody did something; `stroke` when it was a key. */
  note(documentId: string, atMs: number, stroke: boolean): void;
  /** What the document cost so far; the next visit begins at nothing again. */
  take(documentId: string, atMs: number): MeasuredEffort;
}

interface Running extends MeasuredEffort {
  readonly lastMs: number;
}

export function createEffortMeter(): EffortMeter {
  const running = new Map<string, Running>();
  const advance = (documentId: string, atMs: number): Running => {
    const { keystrokes, activeMs, lastMs } = running.get(documentId) ?? { keystrokes: 0, activeMs: 0, lastMs: atMs };
    const pauseMs = atMs - lastMs;
    return { keystrokes, activeMs: activeMs + (pauseMs <= longestPauseMs ? pauseMs : 0), lastMs: atMs };
  };
  return {
    begin(documentId, atMs) {
      running.set(documentId, { keystrokes: 0, activeMs: 0, ...running.get(documentId), lastMs: atMs });
    },
    note(documentId, atMs, stroke) {
      const now = advance(documentId, atMs);
      running.set(documentId, stroke ? { ...now, keystrokes: now.keystrokes + 1 } : now);
    },
    take(documentId, atMs) {
      const { keystrokes, activeMs } = advance(documentId, atMs);
      running.delete(documentId);
      return { keystrokes, activeMs: Math.round(activeMs) };
    },
  };
}
