import type { TextStyle } from './sheet.ts';

/** The hand of all our forms: sizes in points, lengths in millimetres. */
const sans = (weight: number) => ({ family: 'roboto', weight });
const serif = (weight: number) => ({ family: 'source-serif-4', weight });

export const textStyles = {
  title: { face: serif(600), size: 21 },
  office: { face: sans(500), size: 7.6, grey: 40 },
  lead: { face: sans(400), size: 7.8, grey: 40 },
  sectionNumber: { face: sans(700), size: 9, grey: 255 },
  section: { face: sans(700), size: 9.6 },
  sectionHint: { face: sans(400), size: 7, grey: 60 },
  label: { face: sans(400), size: 6.5, grey: 30 },
  option: { face: sans(400), size: 8.2 },
  notesTitle: { face: sans(700), size: 7.6 },
  notes: { face: serif(400), size: 7.8, grey: 20 },
  small: { face: sans(400), size: 6.2, grey: 60 },
} satisfies Record<string, TextStyle>;

export const lengths = {
  margin: 14,
  outerRule: 0.35,
  innerRule: 0.2,
  /** Baseline of a label under the top of its cell. */
  labelBaseline: 2.9,
  /** Where writing may start under the top of a cell. */
  writingTop: 4,
  cellPadding: 1.4,
  box: 4,
  boxRule: 0.25,
  optionPitch: 6.3,
  combHeight: 7.4,
  combRule: 0.18,
  /** Least and greatest room between two sections. */
  sectionGap: 3.8,
  widestSectionGap: 7.5,
  footHeight: 2,
  notesPitch: 3.5,
  /** Distance between two lines to write on. */
  linePitch: 8.6,
} as const;

/** Greys of lines: cell walls of combs are light, so that a reader may drop them. */
export const lineGreys = { outer: 0, inner: 70, comb: 140, guide: 150 } as const;
