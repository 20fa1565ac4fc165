import PDFDocument from 'pdfkit';

/** Left, top, width and height in millimetres from the top left corner of the page. */
export type RectMm = readonly [leftMm: number, topMm: number, widthMm: number, heightMm: number];

/** A document to print, in black on white, drawn in millimetres. */
export interface Pdf {
  addPage(): void;
  fill(rectMm: RectMm): void;
  /** One line of text in the middle of the page; smaller where it would not fit. */
  centred(text: string, style: { readonly topMm: number; readonly sizePt: number; readonly bold?: boolean }): void;
  /** Ends the document and resolves with its bytes. */
  end(): Promise<Uint8Array>;
}

const ptPerMm = 72 / 25.4;
const sideMarginMm = 15;

export function startPdf({
  widthMm,
  heightMm,
  title,
}: {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly title: string;
}): Pdf {
  const size: [number, number] = [widthMm * ptPerMm, heightMm * ptPerMm];
  const document = new PDFDocument({ size, margin: 0, autoFirstPage: false, info: { Title: title } });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  return {
    addPage: () => void document.addPage(),
    fill([leftMm, topMm, width, height]) {
      document.rect(leftMm * ptPerMm, topMm * ptPerMm, width * ptPerMm, height * ptPerMm).fill('black');
    },
    centred(text, { topMm, sizePt, bold = false }) {
      const most = (widthMm - 2 * sideMarginMm) * ptPerMm;
      document.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(sizePt);
      const width = document.widthOfString(text);
      if (width > most) document.fontSize((sizePt * most) / width);
      const left = (size[0] - Math.min(width, most)) / 2;
      document.fillColor('black').text(text, left, topMm * ptPerMm, { lineBreak: false });
    },
    async end() {
      document.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}
