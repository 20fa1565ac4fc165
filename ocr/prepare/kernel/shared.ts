import { createKernel, type Kernel } from './kernel.ts';

/** A kernel that has grown beyond this is dropped after the page that needed it. */
const KEEP_BYTES = 256 * 1024 * 1024;

let kept: Kernel | undefined;

/** Returns this process's kernel, made on first use. It has no state between scopes but its memory, which only grows. */
export function sharedKernel(): Kernel {
  if (kept === undefined || kept.memoryBytes() > KEEP_BYTES) kept = createKernel();
  return kept;
}
