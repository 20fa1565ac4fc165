import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Reading, Word } from '../../model/reading.ts';

/** One line of a page in the order the engine found it. Boxes are in pixels of the image that was read. */
export interface TextLine {
  readonly words: readonly Word[];
  readonly box: Box;
  /** Lines of one paragraph carry the same number; numbers grow in reading order. */
  readonly paragraph: number;
}

/** A line of a page that is not read yet. Boxes are in pixels of the image. */
export interface FoundLine {
  readonly words: readonly Box[];
  /** As of `TextLine`. */
  readonly paragraph: number;
}

/** A page whose lines an engine has found. It is forgotten with the next thing that the engine is asked for. */
export interface LaidOutPage {
  /** In the engine's order. */
  readonly lines: readonly FoundLine[];
  /** All lines as the engine reads them, as `TextEngine.readPage` tells them. Throws when the engine fails, or was asked for something else since. */
  read(): TextLine[];
}

/** `page` finds columns and paragraphs; `sparse` finds scattered text, in no dependable order; `line` takes all for one line. */
export type PageArrangement = 'page' | 'sparse' | 'line';

export interface LineOptions {
  /** Resolution of the crop in pixels per inch. */
  readonly dpi: number;
  /** Characters that may occur; absent means any. */
  readonly charset?: string;
  /** Rules will show most misreadings of this line, so that one engine's word suffices where it is sure. */
  readonly checked?: boolean;
  /** There is nothing on the crop but the line and its soft edges: what is pale is writing too, and no grain of the paper. */
  readonly isolated?: boolean;
}

/** A line reading together with where each of its characters stands in the crop. */
export interface LineReading extends Reading {
  /** One box per entry of `characters`, in pixels of the crop. */
  readonly characterBoxes: readonly Box[];
}

/**
 * A recogniser of single lines. Rejects when the engine itself fails; finding no text is no failure: that is empty, with
 * confidence 0. Boxes of the answer are in pixels of the crop.
 */
export interface LineReader {
  readLine(crop: GreyImage, options: LineOptions): Promise<LineReading>;
  /** Whether the engine knows a character; of a blank, whether it puts blanks dependably. */
  canWrite(character: string): boolean;
  close(): Promise<void>;
}

/** Finds lines of text on a page without reading them. */
export interface LineFinder {
  /** `capitalHeightPx` is about how high capitals are in the image. Boxes are in its pixels, in no order. Rejects when the engine fails. */
  findLines(image: GreyImage, capitalHeightPx: number): Promise<Box[]>;
  close(): Promise<void>;
}

/**
 * A text recogniser. Calls are synchronous: an engine lives in a process of its own, which its parent may kill.
 * All readers throw an Error when the engine itself fails; finding no text is no failure.
 */
export interface TextEngine {
  readPage(image: GreyImage, options: { readonly dpi: number; readonly arrangement: PageArrangement }): TextLine[];
  /** Finds the columns and lines of a page in a sixth of the time that reading it takes. */
  layOut(image: GreyImage, options: { readonly dpi: number }): LaidOutPage;
  /**
   * Boxes of the answer are in pixels of the crop. Text that is not found is empty, with confidence 0. The caller sees to it
   * that there is ink: told to expect a line, an engine may invent a character on white paper.
   */
  readLine(crop: GreyImage, options: LineOptions): LineReading;
  close(): void;
}

/** A text engine in the place of a reader of lines. Closing it leaves the engine open. */
export function asLineReader(engine: TextEngine): LineReader {
  return {
    readLine: async (crop, options) => engine.readLine(crop, options),
    canWrite: () => true,
    close: async () => undefined,
  };
}
