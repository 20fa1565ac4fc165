import type { Piece } from '../../prepare/kernel/kernel.ts';

/** A connected piece of ink (its eight neighbours count). */
export interface Component extends Piece {
  /** Its dark part, where faint ends of its strokes belong to it as well. */
  readonly body?: Piece;
}
