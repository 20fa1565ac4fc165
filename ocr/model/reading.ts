import { z } from 'zod';
import { barcodeSchema } from './barcode.ts';
import { boxSchema } from './geometry.ts';

export const confidenceSchema = z.number().min(0).max(1);

export const characterSchema = z.strictObject({
  text: z.string(),
  confidence: confidenceSchema,
  /** What else it may be, likeliest first. Present where the engine weighed single characters. */
  alternatives: z.array(z.strictObject({ text: z.string(), probability: confidenceSchema })).optional(),
});
export type Character = z.infer<typeof characterSchema>;

/** One word of a page. `box` is in pixels of the image that was read until it is mapped back to the captured page. */
export const wordSchema = z.strictObject({ text: z.string(), confidence: confidenceSchema, box: boxSchema });
export type Word = z.infer<typeof wordSchema>;

/** What one of several engines read, before their readings were combined. */
export const opinionSchema = z.strictObject({ engine: z.string(), text: z.string(), confidence: confidenceSchema });
export type Opinion = z.infer<typeof opinionSchema>;

/** Networks of one engine share what they take for likely, and err together: `tesseract/ita-fast` and `tesseract/ita-best`. */
export function kindOfReader(engine: string): string {
  return engine.split('/')[0] ?? engine;
}

/** What an engine saw in a zone. An empty `text` with confidence 1 means the zone holds no ink. */
export const readingSchema = z.strictObject({
  text: z.string(),
  confidence: confidenceSchema,
  characters: z.array(characterSchema),
  box: boxSchema,
  /** Engine and model, for example `tesseract/ita-best`; several that were combined are joined by `+`. */
  engine: z.string(),
  /** What each of the engines that were asked read, in that order. */
  opinions: z.array(opinionSchema).optional(),
  /** What engines read of the same ink drawn a little differently; present where their opinions left a doubt. */
  again: z.array(opinionSchema).optional(),
});
export type Reading = z.infer<typeof readingSchema>;

/** What was seen in one zone of a registered page. Boxes are in pixels of the captured page. */
export const zoneReadingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    zone: z.string(),
    reading: readingSchema,
    handwritten: z.boolean(),
    /** Set where a pen wrote it on a page that a machine filled in. */
    byPen: z.literal(true).optional(),
    /** Set where the writing leaves its zone or lies on a wall, so that it is not certain where it begins and ends. */
    overrun: z.literal(true).optional(),
    /** Set where something stands beside or over what a machine wrote that is none of its letters, as a note. */
    foreign: z.literal(true).optional(),
    /** Set where nothing but dashes, or a stroke through the field, says that there is nothing to say; its text is empty then. */
    loneStrokes: z.enum(['dash', 'stroke']).optional(),
    /** Set where something of what was written, or all of it, was struck out or written over. */
    struck: z.enum(['part', 'all']).optional(),
  }),
  z.strictObject({
    kind: z.literal('mark'),
    zone: z.string(),
    /**
     * What is in the box: nothing, a stroke (tick, cross), ink all over (filled in, or scribbled out), a little ink; nothing in
     * it but a ring around or a stroke beside it; or the box itself cannot be seen.
     */
    manner: z.enum(['none', 'stroke', 'solid', 'faint', 'around', 'beside', 'unseen']),
    /** Whether the box, seen by itself, is marked; `unclear` when ink is there that is neither clearly a mark nor stray. */
    state: z.enum(['marked', 'empty', 'unclear']),
    confidence: confidenceSchema,
    /** Share of the box's inside that holds ink which the empty form has not, 0 to 1. */
    inkShare: confidenceSchema,
    box: boxSchema,
  }),
  z.strictObject({
    kind: z.literal('signature'),
    zone: z.string(),
    present: z.boolean(),
    confidence: confidenceSchema,
    box: boxSchema,
  }),
  z.strictObject({
    kind: z.literal('barcode'),
    zone: z.string(),
    code: barcodeSchema.pick({ format: true, text: true }).nullable(),
    /** Whether the zone holds ink at all: ink without a code is a code that could not be read. */
    inked: z.boolean(),
    box: boxSchema,
  }),
]);
export type ZoneReading = z.infer<typeof zoneReadingSchema>;

/** A tick box of a page without a layout, as it is seen by itself. */
export const tickBoxSchema = z.strictObject({
  box: boxSchema,
  state: z.enum(['marked', 'empty', 'unclear']),
  confidence: confidenceSchema,
});
export type TickBox = z.infer<typeof tickBoxSchema>;

/** A label and its value found without a layout. */
export const pairSchema = z.strictObject({
  label: z.strictObject({ text: z.string(), box: boxSchema }),
  value: z.strictObject({ text: z.string(), box: boxSchema }),
  confidence: confidenceSchema,
  /** What was read, where the value is what it must be by its kind, as far as readings allow that: a repaired value. */
  read: z.string().optional(),
  /** Set where the value is a tick box, "true" or "false", and the label the text beside it. */
  option: z
    .strictObject({
      state: tickBoxSchema.shape.state,
      /** Boxes of one question on the page share its number. */
      group: z.int().nonnegative(),
      /** What the group is asked; null where no text says. */
      question: z.string().nullable(),
    })
    .optional(),
  /** Set where the value is a cell of a table of the page, and the label the head of its column. Rows count from 0. */
  cell: z.strictObject({ table: z.int().nonnegative(), row: z.int().nonnegative() }).optional(),
});
export type Pair = z.infer<typeof pairSchema>;

/** How a page lies on a layout. `toCaptured` maps millimetres of the reference page to pixels of the captured page. */
export const registrationSchema = z.strictObject({
  form: z.string(),
  edition: z.string(),
  /** Index of the page inside the layout, from 0. */
  layoutPage: z.int().nonnegative(),
  toCaptured: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  /** Root mean square distance of matched printed matter after alignment, in millimetres. */
  residualMm: z.number().nonnegative(),
  /** Share of the layout's printed matter found on the page, 0 to 1. */
  coverage: confidenceSchema,
  /** Ids of the zones over which something lies: a note, a label, a corner folded over. Absent where nothing does. */
  covered: z.array(z.string()).optional(),
});
export type Registration = z.infer<typeof registrationSchema>;
