import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../common.ts';
import {
  insertFilesSchema,
  interleaveSchema,
  moveSchema,
  pagesOfPileSchema,
  pilePageSchema,
  pileRangeSchema,
  pileSectionSchema,
  pileViewSchema,
  printableSchema,
  rangeSchema,
  replaceWithFileSchema,
  rotateSchema,
  separationSchema,
  separatorSheetsSchema,
  trayKindSchema,
} from '../pile.ts';
import { byBatch, byPage, procedure } from './procedure.ts';

/**
 * The pile of a batch, as its pages lie one after the other, and the tray beside it. Everything here is refused for pages
 * of a document that a person has worked on, can be undone, and reads no page again but those that are turned.
 */
export const piles = {
  get: procedure.input(byBatch).output(pileViewSchema),
  /** Yields the present view at once, then each change, at most ten a second. */
  watch: procedure.input(byBatch).output(eventIterator(pileViewSchema)),
  pages: procedure.input(z.strictObject({ batchId: idSchema, ...rangeSchema.shape })).output(pileRangeSchema),
  /** The documents of a pile in the order in which they lie, without those whose pages all lie in the tray. */
  outline: procedure.input(byBatch).output(z.array(pileSectionSchema)),
  /** Pages beside the pile, those of one kind where a kind is given, in the order in which they lay. */
  tray: procedure
    .input(z.strictObject({ batchId: idSchema, kind: trayKindSchema.nullable(), ...rangeSchema.shape }))
    .output(pileRangeSchema),
  /** Place of a page in `pages`; null when it lies in the tray. */
  placeOf: procedure.input(byPage).output(z.int().nonnegative().nullable()),
  /** A page with all that it took the place of, and what took its place: the oldest first. */
  lineage: procedure.input(byPage).output(z.array(pilePageSchema)),
  /** Puts pages before another one, in the order in which they lie. */
  move: procedure.input(moveSchema).output(pileViewSchema),
  /** Turns pages; they are read again as they then lie. */
  rotate: procedure.input(rotateSchema).output(pileViewSchema),
  /** Takes pages out of the pile into the tray. */
  toTray: procedure.input(pagesOfPileSchema).output(pileViewSchema),
  /** Puts pages of the tray back to where they lay. Those that were replaced come back by `undo` alone. */
  putBack: procedure.input(pagesOfPileSchema).output(pileViewSchema),
  /** Says that pages of the tray were looked at and stay there. */
  dismiss: procedure.input(pagesOfPileSchema).output(pileViewSchema),
  /** Lets a document begin at this page. */
  split: procedure.input(byPage).output(pileViewSchema),
  /** Makes the document that begins at this page part of the one before it. */
  join: procedure.input(byPage).output(pileViewSchema),
  /** Sorts fronts followed by backs, as a one-sided feeder gives them, into sheets. */
  interleave: procedure.input(interleaveSchema).output(pileViewSchema),
  /** Takes files into the pile; their pages come in afterwards, followed through `watch`. */
  insertFiles: procedure.input(insertFilesSchema).output(pileViewSchema),
  /** Puts a file of one page in the place of a page; it comes in afterwards. */
  replaceWithFile: procedure.input(replaceWithFileSchema).output(pileViewSchema),
  undo: procedure.input(byBatch).output(pileViewSchema),
  redo: procedure.input(byBatch).output(pileViewSchema),
  /** Cuts the pile anew; documents that a person has worked on stay. Pages are read again where separators were not looked for. */
  setSeparation: procedure
    .input(z.strictObject({ batchId: idSchema, separation: separationSchema }))
    .output(pileViewSchema),
  /** Draws separator sheets to print. */
  separatorSheets: procedure.input(separatorSheetsSchema).output(printableSchema),
};
