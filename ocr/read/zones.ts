import { assertNever } from '../model/assert-never.ts';
import type { Hand, Zone } from '../model/form.ts';
import type { PreparedPage } from '../model/page.ts';
import type { Word, ZoneReading } from '../model/reading.ts';
import type { Warp } from '../model/warp.ts';
import { readCombZone } from './comb-zone.ts';
import { readDate } from './dates.ts';
import type { EmptyForm, FormView } from './ink/form-view.ts';
import { viewZone } from './ink/zone-view.ts';
import { readMark } from './marks/read-mark.ts';
import type { SecondReading } from './second-reading.ts';
import { readSignature } from './signature.ts';
import { readTextZone } from './texts.ts';
import { isHandwritten } from './writer/hand.ts';
import { oddsOfPage, type WriterJudge } from './writer/network-odds.ts';
import { isPlain, judgePage, type PageWriting } from './writer/page-writing.ts';
import { isPlainlyPrint, printAgreement } from './writer/print-agreement.ts';
import { type InkRegularity, mergeRegularity, noRegularity } from './writer/regularity.ts';
import { enginesFor, type ZoneEngines } from './zone-engines.ts';
import { readingOf, wordsOf, type ZoneText } from './zone-text.ts';

/** How an upright page lies on its form. */
export interface RegisteredForm {
  readonly zones: readonly Zone[];
  /** Fields whose misreadings rules will mostly show. */
  readonly checkedFields: ReadonlySet<string>;
  /** Millimetres of the layout page to pixels of the prepared image. */
  readonly warp: Warp;
  readonly reference: EmptyForm;
}

/** What the zones of a page hold. Boxes are in pixels of the captured page. */
export interface FormText {
  /** What was written, a zone a line, in the order of the layout; the form's own print is not repeated. */
  readonly text: string;
  readonly words: Word[];
  readonly zones: ZoneReading[];
}

/**
 * Reads the zones of a registered page, but for barcodes, which are read from the page as captured. Rejects when the engine
 * fails.
 */
export async function readZones(page: PreparedPage, form: RegisteredForm, engines: ZoneEngines): Promise<FormText> {
  const seen: SeenZone[] = [];
  // One after the other: an engine reads one crop at a time.
  for (const zone of form.zones) {
    const view = viewZone(page, form.warp, form.reference, zone.rectMm);
    const content = await readZone(view, zone, form, enginesFor(handOf(zone), pageRegularity(seen), engines));
    if (content !== null) seen.push({ zone, content });
  }
  const writing = await judgeWriting(seen, engines.writer);
  const settled = await readDoubtfulAgain(seen, writing.isMachineMade ? engines.again : engines.againByHand);
  const texts: string[] = [];
  const words: Word[] = [];
  const zones = settled.map(({ zone, content }): ZoneReading => {
    if ('kind' in content) return content;
    const reading = readingOf(content, page.toCaptured);
    words.push(...wordsOf(content, page.toCaptured));
    if (reading.text !== '') texts.push(reading.text);
    // Letters in cells have no common foot to stand on: what the lines of the page show holds for them.
    const regularity = zone.kind === 'text' ? content.regularity : noRegularity;
    const read = { confidence: content.confidence, plainlyPrint: isPlainlyPrint(content) };
    const handwritten = reading.text !== '' && isHandwritten(handOf(zone), regularity, writing, read);
    return { kind: 'text', zone: zone.id, reading, handwritten };
  });
  return { text: texts.join('\n'), words, zones };
}

async function judgeWriting(seen: readonly SeenZone[], judge: WriterJudge): Promise<PageWriting> {
  const [regularity, texts] = [pageRegularity(seen), textsOf(seen)];
  const agreement = printAgreement(texts);
  if (isPlain(regularity, agreement)) return judgePage(regularity, agreement);
  const lines: number[] = [];
  for (const { askWriter } of texts) lines.push(...((await askWriter?.(judge)) ?? []));
  return judgePage(regularity, agreement, oddsOfPage(lines));
}

interface SeenZone {
  readonly zone: Zone;
  readonly content: ZoneText | ZoneReading;
}

/** What was read in plain lines. */
function textsOf(seen: readonly SeenZone[]): ZoneText[] {
  return seen.flatMap(({ zone, content }) => (zone.kind === 'text' && 'lines' in content ? [content] : []));
}

async function readDoubtfulAgain(seen: readonly SeenZone[], again: SecondReading): Promise<SeenZone[]> {
  const settled: SeenZone[] = [];
  for (const { zone, content } of seen) {
    const readAgain = 'readAgain' in content ? content.readAgain : undefined;
    settled.push({ zone, content: (await readAgain?.(again)) ?? content });
  }
  return settled;
}

/** Of the plain lines where there are any: letters in the cells of a comb have no common foot to stand on. */
function pageRegularity(seen: readonly SeenZone[]): InkRegularity {
  const parts = (kinds: readonly Zone['kind'][]) =>
    seen.flatMap(({ zone, content }) =>
      kinds.includes(zone.kind) && 'regularity' in content ? [content.regularity] : [],
    );
  const lines = mergeRegularity(parts(['text']));
  return lines.letters > 0 ? lines : mergeRegularity(parts(['comb', 'date']));
}

function handOf(zone: Zone): Hand {
  return 'hand' in zone ? zone.hand : 'any';
}

async function readZone(
  view: FormView,
  zone: Zone,
  { zones, checkedFields }: RegisteredForm,
  engines: ZoneEngines,
): Promise<ZoneText | ZoneReading | null> {
  switch (zone.kind) {
    case 'text':
      return readTextZone(view, zone, checkedFields.has(zone.field), engines.lines);
    case 'comb':
      return readCombZone(view, zone, engines.combs);
    case 'date':
      return readDate(view, zone, engines);
    case 'mark':
      return readMark(view, zone, zones);
    case 'signature':
      return readSignature(view, zone);
    case 'barcode':
      return null;
    default:
      return assertNever(zone);
  }
}
