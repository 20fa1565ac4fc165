import type { Bilingual } from '../../contract/common.ts';
import { patchBars, patchUnitMm, type SheetContent, sheetText } from '../../ocr/model/separator.ts';
import type { CodeModules, DrawCode } from './draw-code.ts';
import { type Pdf, startPdf } from './pdf.ts';

export interface SheetsToDraw {
  /** What each sheet says. */
  readonly contents: readonly SheetContent[];
  readonly profileTitle: Bilingual;
  readonly copies: number;
  /** The same separator on front and back. */
  readonly bothSides: boolean;
}

const page = { widthMm: 210, heightMm: 297 };
/** Kodak's A-61599 wants patch codes 6 mm from the edges at least, and within 94 mm of the leading one. */
const patch = { edgeMm: 12, leftMm: 15, lengthMm: 180 };
const qr = { topMm: 62, sideMm: 84 };
const bars = { topMm: 196, heightMm: 22, mostWidthMm: 180, mostModuleMm: 0.5 };
/** Narrower bars of a linear code are lost at 150 dots per inch: the sheet then has its QR code alone. */
const leastModuleMm = 0.36;

/** Draws separator sheets, in black alone, to print on A4. */
export async function drawSheets(
  { contents, profileTitle, copies, bothSides }: SheetsToDraw,
  drawCode: DrawCode,
): Promise<Uint8Array> {
  const pdf = startPdf({ widthMm: page.widthMm, heightMm: page.heightMm, title: 'Tabularium' });
  for (const content of contents) {
    const text = sheetText(content);
    const codes = { qr: await drawCode(text, 'QRCode'), bars: await drawCode(text, 'Code128') };
    const sides = copies * (bothSides ? 2 : 1);
    for (let side = 0; side < sides; side += 1) drawSheet(pdf, content, profileTitle, codes);
  }
  return await pdf.end();
}

function drawSheet(
  pdf: Pdf,
  { reference }: SheetContent,
  profileTitle: Bilingual,
  codes: { readonly qr: CodeModules; readonly bars: CodeModules },
): void {
  pdf.addPage();
  drawPatches(pdf);
  pdf.centred('SEPARATORE · SEPARATOR', { topMm: 40, sizePt: 24, bold: true });
  pdf.centred(`${profileTitle.it} · ${profileTitle.en}`, { topMm: 51, sizePt: 13 });
  drawSquareCode(pdf, codes.qr);
  pdf.centred(reference ?? '', { topMm: 154, sizePt: 26, bold: true });
  pdf.centred('Il foglio divide i documenti della pila e non fa parte di nessuno di essi.', { topMm: 172, sizePt: 11 });
  pdf.centred('This sheet divides the documents of a pile and is part of none.', { topMm: 179, sizePt: 11 });
  drawBars(pdf, codes.bars);
}

/** Patch T at both ends, each the right way up for whoever feeds that end first. */
function drawPatches(pdf: Pdf): void {
  let offsetMm = patch.edgeMm;
  for (const units of patchBars.T) {
    const heightMm = units * patchUnitMm;
    pdf.fill([patch.leftMm, offsetMm, patch.lengthMm, heightMm]);
    pdf.fill([patch.leftMm, page.heightMm - offsetMm - heightMm, patch.lengthMm, heightMm]);
    offsetMm += heightMm + patchUnitMm;
  }
}

function drawSquareCode(pdf: Pdf, modules: CodeModules): void {
  const moduleMm = qr.sideMm / modules.length;
  const leftMm = (page.widthMm - qr.sideMm) / 2;
  for (const [row, line] of modules.entries()) {
    for (const { start, length } of blackRuns(line)) {
      pdf.fill([leftMm + start * moduleMm, qr.topMm + row * moduleMm, length * moduleMm, moduleMm]);
    }
  }
}

function drawBars(pdf: Pdf, [modules = []]: CodeModules): void {
  const moduleMm = Math.min(bars.mostModuleMm, bars.mostWidthMm / modules.length);
  if (moduleMm < leastModuleMm) return;
  const leftMm = (page.widthMm - moduleMm * modules.length) / 2;
  for (const { start, length } of blackRuns(modules)) {
    pdf.fill([leftMm + start * moduleMm, bars.topMm, length * moduleMm, bars.heightMm]);
  }
}

/** Modules that touch are drawn as one, so that no hair of paper shows between them. */
function blackRuns(modules: readonly boolean[]): { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (const [index, isBlack] of modules.entries()) {
    const last = runs.at(-1);
    if (!isBlack) continue;
    if (last !== undefined && last.start + last.length === index) last.length += 1;
    else runs.push({ start: index, length: 1 });
  }
  return runs;
}
