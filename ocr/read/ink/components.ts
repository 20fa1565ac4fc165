import type { Piece } from '../../prepare/kernel/kernel.ts';

/** A connected piece of ink (its eight neighbours count). */
export type Component = Piece;
