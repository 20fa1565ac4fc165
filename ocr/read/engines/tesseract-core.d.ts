/** The part of the WebAssembly build of Tesseract that is used here. The package ships no types of its own. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface CoreBox {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  }

  /** Levels: 0 block, 1 paragraph, 2 line, 3 word, 4 symbol. */
  export interface PageIterator {
    Begin(): void;
    Next(level: number): boolean;
    IsAtBeginningOf(level: number): boolean;
    Empty(level: number): boolean;
  }

  export interface ResultIterator extends PageIterator {
    GetUTF8Text(level: number): string;
    Confidence(level: number): number;
    getBoundingBox(level: number): CoreBox;
  }

  export interface TessBaseAPI {
    /** Returns 0 on success. Engine mode 1 is the LSTM recogniser. */
    Init(dataFolder: string, language: string, engineMode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads the file `/input` of the core's own file system; returns 1 when it cannot. */
    SetImageFile(exifOrientation: number, angle: number): number;
    /** Finds blocks, lines and words without reading them; a pointer to nothing where there are none. */
    AnalyseLayout(): PageIterator;
    /** Reads what was laid out, or lays it out first. Returns 0 on success. */
    Recognize(monitor: null): number;
    GetIterator(): ResultIterator;
    Clear(): void;
    End(): void;
  }

  export interface TesseractCore {
    readonly TessBaseAPI: new () => TessBaseAPI;
    /** The build gives a page iterator no way to tell boxes, but that of its heir works on it. */
    readonly ResultIterator: { readonly prototype: Pick<ResultIterator, 'getBoundingBox'> };
    readonly FS: {
      writeFile(path: string, data: Uint8Array): void;
      unlink(path: string): void;
    };
    /** 0 of what is nothing. */
    getPointer(object: unknown): number;
    destroy(object: unknown): void;
  }

  export default function createCore(options?: {
    print?: (line: string) => void;
    printErr?: (line: string) => void;
  }): Promise<TesseractCore>;
}
