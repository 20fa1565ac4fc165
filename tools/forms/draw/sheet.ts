import type { LayoutPage, PrintedText, Zone } from '../../../ocr/model/form.ts';
import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { SheetSize } from './raster.ts';
import { breakLines, mmPerPoint, roundRect, setText } from './text.ts';
import { createTypefaceCase, type FaceName } from './typeface.ts';

/** How a text is set. `size` is in points, `grey` from 0 (black) to 255. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly grey?: number;
}

/** A zone before its place is known. */
export type ZoneWithoutPlace = Zone extends infer Kind ? (Kind extends Zone ? Omit<Kind, 'rectMm'> : never) : never;

/**
 * One page being drawn, in millimetres from its top left corner. What is drawn and what the layout says come from the
 * same calls, so that they cannot disagree.
 */
export interface Sheet {
  readonly size: SheetSize;
  /** Sets one line with its origin on the baseline; returns its width. `align` says which end x is. */
  text(text: string, x: number, y: number, style: TextStyle, align?: 'left' | 'right' | 'centre'): number;
  /** Sets lines broken at `widthMm`, `pitchMm` apart; returns the baseline after the last. */
  paragraph(text: string, x: number, y: number, style: TextStyle, widthMm: number, pitchMm: number): number;
  rule(x1: number, y1: number, x2: number, y2: number, weightMm: number, grey?: number): void;
  frame(rect: RectMm, weightMm: number, grey?: number): void;
  fill(rect: RectMm, grey: number): void;
  zone(zone: ZoneWithoutPlace, rect: RectMm): void;
  /** The drawing as SVG elements and its layout page. */
  finish(reference: string): { readonly elements: string; readonly layoutPage: LayoutPage };
}

const faces = createTypefaceCase();

export function createSheet(size: SheetSize): Sheet {
  const elements: string[] = [];
  const zones: Zone[] = [];
  const printed: PrintedText[] = [];

  const sheet: Sheet = {
    size,
    text(text, x, y, style, align = 'left') {
      const face = faces(style.face);
      const sizeMm = style.size * mmPerPoint;
      const { widthMm } = setText(face, text, 0, 0, sizeMm);
      const left = align === 'left' ? x : align === 'right' ? x - widthMm : x - widthMm / 2;
      const set = setText(face, text, left, y, sizeMm);
      elements.push(`<path d="${set.path}" fill="${greyColour(style.grey ?? 0)}"/>`);
      if (set.ink !== null) printed.push({ text, rectMm: set.ink });
      return widthMm;
    },
    paragraph(text, x, y, style, widthMm, pitchMm) {
      const lines = breakLines(faces(style.face), text, style.size * mmPerPoint, widthMm);
      lines.forEach((line, index) => {
        sheet.text(line, x, y + index * pitchMm, style);
      });
      return y + lines.length * pitchMm;
    },
    rule(x1, y1, x2, y2, weightMm, grey = 0) {
      elements.push(
        `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${greyColour(grey)}" stroke-width="${weightMm}"/>`,
      );
    },
    frame({ x, y, width, height }, weightMm, grey = 0) {
      elements.push(
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" ` +
          `stroke="${greyColour(grey)}" stroke-width="${weightMm}"/>`,
      );
    },
    fill({ x, y, width, height }, grey) {
      elements.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${greyColour(grey)}"/>`);
    },
    zone(zone, rect) {
      zones.push({ ...zone, rectMm: roundRect(rect) });
    },
    finish(reference) {
      return { elements: elements.join(''), layoutPage: { ...size, reference, zones, printed } };
    },
  };
  return sheet;
}

function greyColour(grey: number): string {
  return `rgb(${grey},${grey},${grey})`;
}
