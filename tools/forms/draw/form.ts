import type { Bilingual, Layout } from '../../../ocr/model/form.ts';
import { type Cell, cellHeight, drawCell } from './cells.ts';
import { createSheet, type Sheet } from './sheet.ts';
import { lengths, lineGreys, textStyles } from './style.ts';

export interface Section {
  readonly title: string;
  readonly hint?: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface FormPage {
  readonly sections: readonly Section[];
  /** What a person should know or bring, in small print at the foot of the page. */
  readonly notes?: { readonly title: string; readonly paragraphs: readonly string[] };
}

/** A form as we draw it: what is printed on each page, from top to bottom. */
export interface FormDrawing {
  readonly id: string;
  readonly edition: string;
  readonly layoutTitle: Bilingual;
  /** Sign of the form at the foot of each page, such as `TAB-RES`. */
  readonly sign: string;
  readonly office: string;
  readonly title: string;
  readonly lead: string;
  readonly foot: string;
  readonly pages: readonly FormPage[];
}

export interface DrawnForm {
  readonly drawing: FormDrawing;
  readonly layout: Layout;
  /** One string of SVG elements per page, in millimetres. */
  readonly pageElements: readonly string[];
}

const a4 = { widthMm: 210, heightMm: 297 };
const contentWidth = a4.widthMm - 2 * lengths.margin;

/** Draws every page of a form. Throws when a page does not hold what it should. */
export function drawForm(drawing: FormDrawing): DrawnForm {
  const drawn = drawing.pages.map((_, pageIndex) => drawPage(drawing, pageIndex));
  return {
    drawing,
    pageElements: drawn.map((page) => page.elements),
    layout: {
      edition: drawing.edition,
      title: drawing.layoutTitle,
      maxResidualMm: 0.8,
      pages: drawn.map((page) => page.layoutPage),
    },
  };
}

/** Draws a page once with the least gaps to see what is left over, then gives the sections that room. */
function drawPage(drawing: FormDrawing, pageIndex: number) {
  const tight = drawContent(drawing, pageIndex, lengths.sectionGap);
  const spareMm = a4.heightMm - lengths.margin - lengths.footHeight - tight.endMm;
  if (spareMm < 0) throw new Error(`page ${pageIndex + 1} of ${drawing.id} is ${(-spareMm).toFixed(1)} mm too long`);
  const gaps = drawing.pages[pageIndex]?.sections.length ?? 1;
  const gapMm = Math.min(lengths.sectionGap + spareMm / gaps, lengths.widestSectionGap);
  const { sheet } = drawContent(drawing, pageIndex, gapMm);
  drawFoot(sheet, drawing, pageIndex);
  return sheet.finish(`${drawing.edition}-${pageIndex + 1}.png`);
}

function drawContent(drawing: FormDrawing, pageIndex: number, gapMm: number): { sheet: Sheet; endMm: number } {
  const sheet = createSheet(a4);
  const page = drawing.pages[pageIndex];
  let number = drawing.pages.slice(0, pageIndex).reduce((sum, { sections }) => sum + sections.length, 0);
  let y = pageIndex === 0 ? drawFirstHead(sheet, drawing) : drawNextHead(sheet, drawing);
  for (const section of page?.sections ?? []) {
    number += 1;
    y = drawSection(sheet, section, number, y) + gapMm;
  }
  if (page?.notes === undefined) return { sheet, endMm: y - gapMm };
  return { sheet, endMm: drawNotes(sheet, page.notes, y) };
}

function drawFirstHead(sheet: Sheet, drawing: FormDrawing): number {
  const { margin } = lengths;
  const officeWidth = 58;
  sheet.fill({ x: margin, y: 11, width: contentWidth, height: 0.9 }, 0);
  sheet.text(drawing.office, margin, 17, textStyles.office);
  sheet.text(drawing.title, margin, 25.6, textStyles.title);
  sheet.paragraph(drawing.lead, margin, 31, textStyles.lead, contentWidth - officeWidth - 8, 3.5);
  const box = { x: margin + contentWidth - officeWidth, y: 14.4, width: officeWidth, height: 24 };
  sheet.frame(box, lengths.innerRule, lineGreys.inner);
  sheet.text("Spazio per l'ufficio", box.x + lengths.cellPadding, box.y + lengths.labelBaseline, textStyles.label);
  sheet.text(
    'protocollo e data',
    box.x + box.width - lengths.cellPadding,
    box.y + lengths.labelBaseline,
    textStyles.small,
    'right',
  );
  return 42;
}

function drawNextHead(sheet: Sheet, drawing: FormDrawing): number {
  const { margin } = lengths;
  sheet.fill({ x: margin, y: 11, width: contentWidth, height: 0.9 }, 0);
  sheet.text(drawing.title, margin, 17.6, { ...textStyles.title, size: 13 });
  sheet.text('segue', margin + contentWidth, 17.2, textStyles.office, 'right');
  return 22.5;
}

/** Draws a section from `top` and returns where it ends. */
function drawSection(sheet: Sheet, section: Section, number: number, top: number): number {
  const { margin, outerRule, innerRule } = lengths;
  sheet.fill({ x: margin, y: top, width: 5.4, height: 5.4 }, 20);
  sheet.text(String(number), margin + 2.7, top + 3.85, textStyles.sectionNumber, 'centre');
  const titleWidth = sheet.text(section.title, margin + 7.4, top + 4, textStyles.section);
  if (section.hint !== undefined)
    sheet.text(section.hint, margin + 7.4 + titleWidth + 3, top + 4, textStyles.sectionHint);

  const gridTop = top + 5.4;
  let y = gridTop;
  section.rows.forEach((cells, index) => {
    if (index > 0) sheet.rule(margin, y, margin + contentWidth, y, innerRule, lineGreys.inner);
    y = drawRow(sheet, cells, y);
  });
  sheet.frame({ x: margin, y: gridTop, width: contentWidth, height: y - gridTop }, outerRule);
  return y;
}

function drawRow(sheet: Sheet, cells: readonly Cell[], y: number): number {
  const height = Math.max(...cells.map(cellHeight));
  const shares = cells.reduce((sum, cell) => sum + cell.share, 0);
  let x = lengths.margin;
  for (const cell of cells) {
    const width = (cell.share / shares) * contentWidth;
    if (x > lengths.margin) sheet.rule(x, y, x, y + height, lengths.innerRule, lineGreys.inner);
    drawCell(sheet, cell, { x, y, width, height });
    x += width;
  }
  return y + height;
}

/** Sets the notes in two columns from `top` and returns where they end. */
function drawNotes(sheet: Sheet, notes: NonNullable<FormPage['notes']>, top: number): number {
  const { margin, notesPitch } = lengths;
  const columnWidth = (contentWidth - 8) / 2;
  sheet.text(notes.title, margin, top + 2.6, textStyles.notesTitle);
  const middle = Math.ceil(notes.paragraphs.length / 2);
  const columns = [notes.paragraphs.slice(0, middle), notes.paragraphs.slice(middle)];
  const ends = columns.map((paragraphs, column) => {
    let y = top + 7;
    for (const paragraph of paragraphs) {
      y =
        sheet.paragraph(paragraph, margin + column * (columnWidth + 8), y, textStyles.notes, columnWidth, notesPitch) +
        1;
    }
    return y;
  });
  return Math.max(...ends) - notesPitch;
}

function drawFoot(sheet: Sheet, drawing: FormDrawing, pageIndex: number): void {
  const y = a4.heightMm - 8.6;
  const { margin } = lengths;
  sheet.rule(margin, y - 3.4, margin + contentWidth, y - 3.4, lengths.innerRule, lineGreys.inner);
  sheet.text(`Modulo ${drawing.sign}, edizione ${drawing.edition}`, margin, y, textStyles.small);
  sheet.text(drawing.foot, a4.widthMm / 2, y, textStyles.small, 'centre');
  sheet.text(`pagina ${pageIndex + 1} di ${drawing.pages.length}`, margin + contentWidth, y, textStyles.small, 'right');
}
