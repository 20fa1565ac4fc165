const WASM_PAGE_BYTES = 65536;
const ALIGNMENT = 16;
/** Operations read up to this many bytes past the end of a plane. */
const SLACK_BYTES = 64;

/** Calls an operation by its name. */
export type Call = (name: string, ...values: number[]) => number;

/** Hands out addresses one after another; a scope gives back all that were handed out inside it. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  readonly allocate: (size: number) => number;
  readonly scope: <T>(work: () => T) => T;
}

/** Makes an arena of the addresses from `base` on. */
export function createArena(memory: WebAssembly.Memory, base: number): Arena {
  let top = base;
  return {
    memory,
    allocate: (size) => {
      const address = Math.ceil(top / ALIGNMENT) * ALIGNMENT;
      top = address + size;
      const missing = top + SLACK_BYTES - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
      return address;
    },
    scope: (work) => {
      const before = top;
      try {
        return work();
      } finally {
        top = before;
      }
    },
  };
}
