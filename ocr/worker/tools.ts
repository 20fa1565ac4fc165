import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { combCodes } from '../extract/codes/comb-codes.ts';
import { createBlankSettler, type SettleBlanks } from '../extract/pairs/blanks/settle-blanks.ts';
import { loadPairModel, type PairModel } from '../extract/pairs/model.ts';
import { createLexicon } from '../extract/spelling/lexicon.ts';
import { wordGraphOf } from '../extract/spelling/word-graph.ts';
import { loadTables } from '../extract/tables/tables.ts';
import { buildCatalogue } from '../identify/catalogue.ts';
import type { FormCatalogue } from '../identify/form-catalogue.ts';
import { type BarcodeReader, createBarcodeReader } from '../read/barcodes/reader.ts';
import { createCascade, neverAlone, type SureAlone } from '../read/engines/cascade.ts';
import { loadCharacterClassifier } from '../read/engines/characters.ts';
import { asLineReader, type TextEngine } from '../read/engines/engine.ts';
import { type Language, loadLanguageData } from '../read/engines/language-data.ts';
import { createLineNetworkReader } from '../read/engines/line-network/reader.ts';
import { createPpOcrDetector } from '../read/engines/pp-ocr/detector.ts';
import { createPpOcrReader } from '../read/engines/pp-ocr/recogniser.ts';
import { resourcesFolder } from '../read/engines/resources-folder.ts';
import { createTesseractCore, createTesseractEngine } from '../read/engines/tesseract.ts';
import type { SecondLook } from '../read/scattered/second-look.ts';
import { createSecondReading } from '../read/text/second-reading.ts';
import type { LooseCombReaders } from '../read/whole/combs/read-combs.ts';
import type { PageReaders } from '../read/whole/full-page.ts';
import type { WordList } from '../read/whole/word-list.ts';
import { createWriterJudge } from '../read/writer/network-odds.ts';
import { createLineWitness } from '../read/writer/other-hands/evidence.ts';
import type { ZoneEngines } from '../read/zone-engines.ts';

/** The networks for print know no hands: they are this sure of 97 in 100 lines of print, and of fewer than half by hand. */
const surePrint = 0.7;
/**
 * On a page that a machine wrote they are heard where they know most letters of a line. Of 348 fields of worn copies that the two read
 * differently or not surely 258 are right so, 240 where a single letter less sure than 0.7 and 0.8 kept them from being heard.
 */
const sureOfMost = 0.9;
/** Of 802 lines that both networks read alike two were misread, where the near one was less sure than 0.9. */
const sureNear = 0.8;
/** Knows words, and guesses those that are none. */
const quickAlone: SureAlone = { checked: 0.93, unchecked: neverAlone };

/** What reading a page needs and is worth keeping from page to page. */
export interface ReadingTools {
  /** The quick engine and what reads beside it, for whole pages. */
  pageReaders(language: Language): Promise<PageReaders>;
  /** The quick engine for single zones, and others where it doubts. */
  zoneEngines(language: Language): Promise<ZoneEngines>;
  /** For whole pages that are read with doubt, and boxes of them. */
  secondLook(language: Language): SecondLook;
  /** Settles what hands wrote on blanks of pages without a layout. */
  blankSettler(): Promise<SettleBlanks>;
  /** How labels and values are told on pages without a layout. */
  pairModel(): PairModel;
  barcodeReader(): Promise<BarcodeReader>;
  /** The forms in these folders, built once, with help of the cache if there is one; only the last set asked for is kept. */
  catalogue(folders: readonly string[], cacheFolder?: string): Promise<FormCatalogue>;
}

/** Makes the tools of one worker process. Each is built when first needed. */
export function createReadingTools(): ReadingTools {
  const core = once(createTesseractCore);
  const barcodes = once(createBarcodeReader);
  const lineNetwork = once(() => createLineNetworkReader('lines'));
  const nearNetwork = once(() => createLineNetworkReader('lines-near'));
  const handNetwork = once(() => createLineNetworkReader('lines-hand'));
  const ppOcr = once(createPpOcrReader);
  const finder = once(createPpOcrDetector);
  const wordLists = new Map<Language, Promise<WordList>>();
  const characters = once(loadCharacterClassifier);
  const blankSettler = once(async () => createBlankSettler(await loadTables(join(resourcesFolder(), 'tables'))));
  const engines = new Map<string, Promise<TextEngine>>();
  let catalogueKey: string | undefined;
  let kept: Promise<FormCatalogue> | undefined;
  let pairs: PairModel | undefined;

  function engine(language: Language, quality: 'fast' | 'best'): Promise<TextEngine> {
    const key = `${language}-${quality}`;
    const known = engines.get(key);
    if (known !== undefined) return known;
    const made = core().then((started) => createTesseractEngine(started, language, quality));
    engines.set(key, made);
    return made;
  }

  function wordList(language: Language): Promise<WordList> {
    const known = wordLists.get(language);
    if (known !== undefined) return known;
    const made = Promise.resolve(createLexicon(wordGraphOf(Buffer.from(loadLanguageData(language, 'fast')))));
    wordLists.set(language, made);
    return made;
  }

  function secondLook(language: Language): SecondLook {
    return {
      finder,
      readers: {
        quick: async () => asLineReader(await engine(language, 'fast')),
        other: ppOcr,
        near: nearNetwork,
        careful: async () => asLineReader(await engine(language, 'best')),
      },
      words: () => wordList(language),
    };
  }

  async function looseCombs(): Promise<LooseCombReaders> {
    const classifier = await characters();
    return {
      byHand: { classifier, others: [ppOcr] },
      byMachine: { classifier, others: [nearNetwork, ppOcr] },
      codes: combCodes,
    };
  }

  return {
    async pageReaders(language) {
      const words = () => wordList(language);
      const look = secondLook(language);
      return { engine: await engine(language, 'fast'), network: lineNetwork, words, look, combs: looseCombs };
    },
    async zoneEngines(language) {
      const quick = { open: async () => asLineReader(await engine(language, 'fast')), sureAlone: quickAlone };
      const careful = { open: async () => asLineReader(await engine(language, 'best')) };
      const print = { open: lineNetwork, leastConfidence: surePrint };
      const printOfMost = { open: lineNetwork, leastMean: sureOfMost, leastToSettle: surePrint };
      const nearOfMost = { open: nearNetwork, leastMean: sureOfMost, leastToSettle: sureNear };
      const hand = { open: handNetwork };
      const combs = await looseCombs();
      return {
        lines: createCascade([quick, print, hand, { open: ppOcr }, careful]),
        hand: createCascade([print, hand, quick, { open: ppOcr }, careful]),
        print: createCascade([printOfMost, nearOfMost, quick, { open: ppOcr }, careful]),
        writer: createWriterJudge(lineNetwork, handNetwork),
        witness: createLineWitness(lineNetwork, nearNetwork, handNetwork),
        again: createSecondReading([quick, print, { open: nearNetwork }, { open: ppOcr }]),
        againByHand: createSecondReading([hand, { open: ppOcr }]),
        combs: combs.byHand,
        printedCombs: combs.byMachine,
      };
    },
    secondLook,
    blankSettler,
    pairModel() {
      pairs ??= loadPairModel(resourcesFolder());
      return pairs;
    },
    barcodeReader: barcodes,
    async catalogue(folders, cacheFolder) {
      const key = JSON.stringify(await Promise.all(folders.map(editionOf)));
      if (kept === undefined || catalogueKey !== key) {
        catalogueKey = key;
        kept = buildCatalogue(folders, cacheFolder);
      }
      return kept;
    },
  };
}

/** A package that was replaced lies in a folder of the same name, which is another. */
async function editionOf(folder: string): Promise<readonly [folder: string, ino: number, mtimeMs: number]> {
  const { ino, mtimeMs } = await stat(folder);
  return [folder, ino, mtimeMs];
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
