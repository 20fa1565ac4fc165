import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/**
 * The functions of PDFium's C interface (fpdfview.h, fpdf_edit.h) that are used here, by their own names.
 * Pointers and handles are addresses in `memory`; a handle of 0 means failure.
 */
export interface Pdfium {
  readonly memory: WebAssembly.Memory;
  readonly call: (name: PdfiumFunction, ...values: number[]) => number;
}

export type PdfiumFunction =
  | 'malloc'
  | 'free'
  | 'FPDF_LoadMemDocument'
  | 'FPDF_CloseDocument'
  | 'FPDF_GetLastError'
  | 'FPDF_GetPageCount'
  | 'FPDF_LoadPage'
  | 'FPDF_ClosePage'
  | 'FPDF_GetPageSizeByIndexF'
  | 'FPDF_RenderPageBitmap'
  | 'FPDFPage_GetRotation'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFPageObj_GetMatrix'
  | 'FPDFFormObj_CountObjects'
  | 'FPDFFormObj_GetObject'
  | 'FPDFTextObj_GetTextRenderMode'
  | 'FPDFImageObj_GetImagePixelSize'
  | 'FPDFImageObj_GetImageFilterCount'
  | 'FPDFImageObj_GetImageFilter'
  | 'FPDFText_LoadPage'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_GetCharBox'
  | 'FPDFBitmap_CreateEx'
  | 'FPDFBitmap_FillRect'
  | 'FPDFBitmap_Destroy';

/** PDFium as compiled code: it has no state, and compiling takes far longer than starting an instance. */
let compiled: Promise<WebAssembly.Module> | undefined;

async function compilePdfium(): Promise<WebAssembly.Module> {
  const binary = await readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')));
  return WebAssembly.compile(binary);
}

/**
 * Starts PDFium with memory of its own. One instance serves one document and is then dropped, so that a broken file
 * leaves nothing behind and the memory, which only grows, goes back to the system.
 */
export async function startPdfium(): Promise<Pdfium> {
  compiled ??= compilePdfium();
  const module = await compiled;
  let instance: WebAssembly.Instance | undefined;
  await PDFiumLibrary.init({
    instantiateWasm: (imports, onInstance) => {
      instance = new WebAssembly.Instance(module, imports);
      onInstance(instance);
      return instance.exports;
    },
  });
  if (instance === undefined) throw new Error('PDFium did not start');
  const exported = instance.exports;
  const memory = exported.memory;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('PDFium exports no memory');
  return {
    memory,
    call: (name, ...values) => {
      const target = exported[name];
      if (typeof target !== 'function') throw new Error(`PDFium exports no ${name}`);
      return Number(target(...values));
    },
  };
}
