/// <reference path="./tesseract-core.d.ts" />
import createCore, { type TessBaseAPI, type TesseractCore } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Character } from '../../model/reading.ts';
import type { FoundLine, LineReading, PageArrangement, TextEngine, TextLine } from './engine.ts';
import { type Language, loadLanguageData, type ModelQuality } from './language-data.ts';
import { collectFoundLines, collectPageLines, pageLevel, shareOfPercent, surroundingBox } from './page-lines.ts';
import { writeTiff } from './tiff-file.ts';

/** Tesseract's page segmentation modes. Left unset, a form page takes twenty times as long and reads half as well. */
const segmentation = { page: '3', line: '7', sparse: '11' } as const;
const lstmOnly = 1;

/** Starts the WebAssembly core. Several engines may share one; its memory only grows until the process ends. */
export async function createTesseractCore(): Promise<TesseractCore> {
  return createCore({ print: () => undefined, printErr: () => undefined });
}

/** Makes an engine for one language. Takes 50 to 100 ms. Throws when the language data are missing or refused. */
export function createTesseractEngine(core: TesseractCore, language: Language, quality: ModelQuality): TextEngine {
  const api = initialise(core, language, quality);
  const engineName = `tesseract/${language}-${quality}`;
  const apply = createVariableSetter(api);

  /** Counts what was asked for, so that a page that was laid out knows when it is forgotten. */
  let request = 0;

  function setImage(image: GreyImage, mode: string, dpi: number, charset: string): void {
    request += 1;
    apply('tessedit_pageseg_mode', mode);
    apply('user_defined_dpi', String(Math.round(dpi)));
    apply('tessedit_char_whitelist', charset);
    core.FS.writeFile('/input', writeTiff(image));
    if (api.SetImageFile(1, 0) !== 0) throw new Error('the engine refused the image');
  }

  function recognise(): void {
    if (api.Recognize(null) !== 0) throw new Error('the engine failed');
  }

  function readWhole(): TextLine[] {
    recognise();
    const iterator = api.GetIterator();
    const lines = collectPageLines(iterator);
    core.destroy(iterator);
    api.Clear();
    return lines;
  }

  return {
    readPage(image, { dpi, arrangement }: { dpi: number; arrangement: PageArrangement }) {
      setImage(image, segmentation[arrangement], dpi, '');
      return readWhole();
    },
    layOut(image, { dpi }) {
      setImage(image, segmentation.page, dpi, '');
      const laidOut = request;
      return {
        lines: findLines(core, api),
        read() {
          if (request !== laidOut) throw new Error('the engine has forgotten the page');
          request += 1;
          return readWhole();
        },
      };
    },
    readLine(crop, { dpi, charset = '' }) {
      setImage(crop, segmentation.line, dpi, charset);
      recognise();
      const reading = collectLine(core, api, engineName);
      api.Clear();
      return reading;
    },
    close() {
      api.End();
      core.destroy(api);
    },
  };
}

function initialise(core: TesseractCore, language: Language, quality: ModelQuality): TessBaseAPI {
  const dataPath = `/${language}.traineddata`;
  core.FS.writeFile(dataPath, loadLanguageData(language, quality));
  const api = new core.TessBaseAPI();
  const status = api.Init('/', language, lstmOnly);
  core.FS.unlink(dataPath);
  if (status !== 0) throw new Error(`the engine refused the ${quality} data for ${language}`);
  // White on black does not occur on prepared pages, and looking for it costs a second pass over doubtful lines.
  api.SetVariable('tessedit_do_invert', '0');
  return api;
}

/** Setting a variable crosses into WebAssembly with a string copy: only changes are worth it. */
function createVariableSetter(api: TessBaseAPI): (name: string, value: string) => void {
  const current = new Map<string, string>();
  return (name, value) => {
    if (current.get(name) === value) return;
    api.SetVariable(name, value);
    current.set(name, value);
  };
}

function findLines(core: TesseractCore, api: TessBaseAPI): FoundLine[] {
  const iterator = api.AnalyseLayout();
  if (core.getPointer(iterator) === 0) return [];
  const { getBoundingBox } = core.ResultIterator.prototype;
  const lines = collectFoundLines(iterator, () => {
    const { x0, y0, x1, y1 } = getBoundingBox.call(iterator, pageLevel.word);
    return [x0, y0, x1, y1];
  });
  core.destroy(iterator);
  return lines;
}

function collectLine(core: TesseractCore, api: TessBaseAPI, engine: string): LineReading {
  const characters: Character[] = [];
  const characterBoxes: Box[] = [];
  const wordConfidences: number[] = [];
  const iterator = api.GetIterator();
  iterator.Begin();
  while (!iterator.Empty(pageLevel.symbol)) {
    const { x0, y0, x1, y1 } = iterator.getBoundingBox(pageLevel.symbol);
    if (iterator.IsAtBeginningOf(pageLevel.word)) {
      if (characters.length > 0) {
        characters.push({ text: ' ', confidence: shareOfPercent(iterator.Confidence(pageLevel.word)) });
        characterBoxes.push([x0, y0, x0, y1]);
      }
      wordConfidences.push(shareOfPercent(iterator.Confidence(pageLevel.word)));
    }
    characters.push({
      text: iterator.GetUTF8Text(pageLevel.symbol),
      confidence: shareOfPercent(iterator.Confidence(pageLevel.symbol)),
    });
    characterBoxes.push([x0, y0, x1, y1]);
    if (!iterator.Next(pageLevel.symbol)) break;
  }
  core.destroy(iterator);
  return {
    text: characters.map((character) => character.text).join(''),
    confidence: wordConfidences.length === 0 ? 0 : Math.min(...wordConfidences),
    characters,
    characterBoxes,
    box: surroundingBox(characterBoxes),
    engine,
  };
}
