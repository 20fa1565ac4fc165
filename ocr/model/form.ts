import { z } from 'zod';
import { rectMmSchema } from './geometry.ts';

/** A text in both languages of the product. */
export const bilingualSchema = z.strictObject({ it: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** RFC 6901 JSON Pointer to a member, for example `/richiedente/cognome`. */
export const jsonPointerSchema = z
  .string()
  .regex(/^(\/([^/~]|~[01])+)+$/, 'must be a JSON Pointer such as /richiedente/cognome');

export const formManifestSchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be three numbers such as 1.0.0'),
  title: bilingualSchema,
  description: bilingualSchema.optional(),
  /** The municipal service the form belongs to. */
  service: z.strictObject({ id: z.string().min(1), title: bilingualSchema }),
  /** How long the record is kept; `null` years means for ever. */
  retention: z.strictObject({ years: z.int().positive().nullable(), basis: bilingualSchema }),
  /** Editions, in order of preference: each is `layouts/<edition>.json`. None: the form is read by its labels alone. */
  layouts: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
});
export type FormManifest = z.infer<typeof formManifestSchema>;

export const handSchema = z.enum(['printed', 'typed', 'block', 'cursive', 'any']);
export type Hand = z.infer<typeof handSchema>;

/** What a person must do with the field, whatever the machine thinks: nothing, confirm, key from image, or key twice. */
export const policySchema = z.enum(['accept', 'confirm', 'key', 'double-key']);
export type Policy = z.infer<typeof policySchema>;

/** Names of the value rules in `ocr/extract`. The schema's `x-tabularium-kind` takes the same names. */
export const valueKindSchema = z.enum([
  'text',
  'surname',
  'given-name',
  'codice-fiscale',
  'partita-iva',
  'iban',
  'document-number',
  'date',
  'comune',
  'province',
  'cap',
  'street',
  'street-number',
  'country',
  'email',
  'phone',
  'number',
  'amount',
  'plate',
  'sex',
]);
export type ValueKind = z.infer<typeof valueKindSchema>;

const zoneBase = {
  /** Unique within its layout. */
  id: z.string().min(1),
  /** Field that the zone fills. Several mark zones may name one field. */
  field: jsonPointerSchema,
  rectMm: rectMmSchema,
  policy: policySchema.optional(),
};

export const zoneSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...zoneBase,
    kind: z.literal('text'),
    hand: handSchema.default('any'),
    lines: z.int().min(1).max(60).default(1),
    /** Characters that may occur; absent means any. */
    charset: z.string().min(1).optional(),
    pattern: z.string().min(1).optional(),
  }),
  z.strictObject({
    ...zoneBase,
    kind: z.literal('comb'),
    hand: handSchema.default('any'),
    /** Equal cells from left to right across the rectangle. */
    cells: z.int().min(1).max(60),
    charset: z.string().min(1).optional(),
    pattern: z.string().min(1).optional(),
  }),
  z.strictObject({
    ...zoneBase,
    kind: z.literal('date'),
    hand: handSchema.default('any'),
    /** Order of the parts as they are printed. */
    order: z.enum(['dmy', 'ymd']).default('dmy'),
    /** Number of comb cells, 8 without separators; absent for a date on a plain line. */
    cells: z.literal(8).optional(),
    /**
     * Places of day, month and year in the order of `order`, for a date in three boxes or over __/__/____: left edge and width
     * in millimetres, from the left edge of the rectangle.
     */
    parts: z
      .array(z.strictObject({ x: z.number().nonnegative(), width: z.number().positive() }))
      .length(3)
      .optional(),
  }),
  z.strictObject({
    ...zoneBase,
    kind: z.literal('mark'),
    /** What the field becomes when this box is marked: `true` for a yes box, a code for one of several. */
    value: z.union([z.literal(true), z.string().min(1)]),
  }),
  z.strictObject({ ...zoneBase, kind: z.literal('signature') }),
  z.strictObject({ ...zoneBase, kind: z.literal('barcode') }),
]);
export type Zone = z.infer<typeof zoneSchema>;

/** Rows of equal height, one under the other without gaps, that fill an array of objects. */
export const tableSchema = z.strictObject({
  ...zoneBase,
  kind: z.literal('table'),
  hand: handSchema.default('any'),
  rows: z.int().min(1).max(100),
  /** Index in the array of the table's first row, for tables that go on elsewhere. */
  firstRow: z.int().min(0).default(0),
  columns: z
    .array(
      z.strictObject({
        /** Member of the row's object. */
        field: z.string().min(1),
        /** Left edge and width in millimetres, from the left edge of the table's rectangle. */
        x: z.number().nonnegative(),
        width: z.number().positive(),
        charset: z.string().min(1).optional(),
        pattern: z.string().min(1).optional(),
      }),
    )
    .min(1),
});
export type Table = z.infer<typeof tableSchema>;

/** What a layout file may have as a zone: a table stands for the text zones of its cells. */
export const describedZoneSchema = z.discriminatedUnion('kind', [...zoneSchema.options, tableSchema]);
export type DescribedZone = z.infer<typeof describedZoneSchema>;

/** A line of text printed on the empty form. Known, therefore never read. */
export const printedTextSchema = z.strictObject({ text: z.string().min(1), rectMm: rectMmSchema });
export type PrintedText = z.infer<typeof printedTextSchema>;

export const layoutPageSchema = z.strictObject({
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
  /** Image of the empty page, beside the layout file. It spans exactly widthMm by heightMm. */
  reference: z.string().regex(/^[\w.-]+\.png$/, 'must be the name of a PNG file beside the layout'),
  zones: z.array(zoneSchema),
  printed: z.array(printedTextSchema).default([]),
});
export type LayoutPage = z.infer<typeof layoutPageSchema>;

export const layoutSchema = z.strictObject({
  $schema: z.string().optional(),
  edition: z.string(),
  title: bilingualSchema,
  /** Alignment worse than this is refused. */
  maxResidualMm: z.number().positive().default(0.8),
  pages: z.array(layoutPageSchema).min(1),
});
export type Layout = z.infer<typeof layoutSchema>;

/** A layout as its file has it, with tables; loading the form resolves these into a Layout. */
export const layoutFileSchema = layoutSchema.extend({
  pages: z.array(layoutPageSchema.extend({ zones: z.array(describedZoneSchema) })).min(1),
});
export type LayoutFile = z.infer<typeof layoutFileSchema>;
export type LayoutFilePage = LayoutFile['pages'][number];

/** A JSON Schema 2020-12 document; its meaning is ajv's business. */
export const jsonSchemaSchema = z.record(z.string(), z.unknown());

/** A form package loaded from its folder. `referencePaths[edition][page]` are absolute paths of the reference images. */
export const formPackageSchema = z.strictObject({
  manifest: formManifestSchema,
  schema: jsonSchemaSchema,
  layouts: z.array(layoutSchema),
  folder: z.string(),
});
export type FormPackage = z.infer<typeof formPackageSchema>;

/** `id@version`, the way a form is named everywhere. */
export function formKey(manifest: Pick<FormManifest, 'id' | 'version'>): string {
  return `${manifest.id}@${manifest.version}`;
}
