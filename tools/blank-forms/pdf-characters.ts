import { startPdfium } from '../../ocr/prepare/formats/pdfium.ts';

const mmPerPoint = 25.4 / 72;
const bytesOfDoubles = 4 * 8;

/** A character of a PDF's text; the box in millimetres from the top left corner of its page. */
export interface PdfCharacter {
  readonly text: string;
  readonly boxMm: readonly [x0: number, y0: number, x1: number, y1: number];
}

export interface PdfPage {
  readonly widthMm: number;
  readonly heightMm: number;
  /** In the order of the file. */
  readonly characters: readonly PdfCharacter[];
}

/** The text layer of a PDF, page by page (fpdf_text.h). Throws where the file cannot be opened. */
export async function readPdfCharacters(bytes: Uint8Array): Promise<PdfPage[]> {
  const { call, memory } = await startPdfium();
  const address = call('malloc', bytes.length);
  new Uint8Array(memory.buffer).set(bytes, address);
  const document = call('FPDF_LoadMemDocument', address, bytes.length, 0);
  if (document === 0) throw new Error('the PDF cannot be opened');
  const scratch = call('malloc', bytesOfDoubles);
  return Array.from({ length: call('FPDF_GetPageCount', document) }, (_, index) => {
    call('FPDF_GetPageSizeByIndexF', document, index, scratch);
    const [widthPt = 0, heightPt = 0] = new Float32Array(memory.buffer, scratch, 2);
    const page = call('FPDF_LoadPage', document, index);
    const text = call('FPDFText_LoadPage', page);
    const characters = Array.from({ length: call('FPDFText_CountChars', text) }, (__, at): PdfCharacter => {
      call('FPDFText_GetCharBox', text, at, scratch, scratch + 8, scratch + 16, scratch + 24);
      const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(memory.buffer, scratch, 4);
      const boxPt = [left, heightPt - top, right, heightPt - bottom];
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxPt.map((length) => length * mmPerPoint);
      return { text: String.fromCodePoint(call('FPDFText_GetUnicode', text, at)), boxMm: [x0, y0, x1, y1] };
    });
    call('FPDFText_ClosePage', text);
    call('FPDF_ClosePage', page);
    return { widthMm: widthPt * mmPerPoint, heightMm: heightPt * mmPerPoint, characters };
  });
}
