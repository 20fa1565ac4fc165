/** One end that the chain of events has had. Noted where nobody at the workstation can write, it vouches for all events up to it. */
export interface ChainEnd {
  readonly seq: number;
  /** SHA-256 of that event, in hexadecimal digits. */
  readonly hash: string;
}

/** As people note it: the number of the event and its hash. */
export function writeEnd({ seq, hash }: ChainEnd): string {
  return `${seq}:${hash}`;
}

/** Reads what `writeEnd` wrote; null where it is something else. */
export function readEnd(text: string): ChainEnd | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}
