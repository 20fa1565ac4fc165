import { assertNever } from '../model/assert-never.ts';
import type { Zone } from '../model/form.ts';
import { identityAffine } from '../model/geometry.ts';
import type { PreparedPage } from '../model/page.ts';
import type { Reading, Word, ZoneReading } from '../model/reading.ts';
import { localAffine, type Warp } from '../model/warp.ts';
import { readCombZone } from './combs/comb-zone.ts';
import { readDate } from './dates/read-date.ts';
import { withoutBackSide } from './ink/back-side.ts';
import { type EmptyForm, type FormView, formRect, viewForm } from './ink/form-view.ts';
import { viewZone } from './ink/zone-view.ts';
import { readMark } from './marks/read-mark.ts';
import { findMisplacement } from './misplaced/find-misplacement.ts';
import { mayBeMisplaced } from './misplaced/is-misplaced.ts';
import { moveZones } from './misplaced/moved-zones.ts';
import { readMisplacedMark } from './misplaced/read-mark.ts';
import type { OtherZone } from './overrun/side.ts';
import type { SeenZone } from './seen-zone.ts';
import { readSignature } from './signature.ts';
import { markCorrections } from './struck/mark-corrections.ts';
import { readTextZone } from './text/read-text.ts';
import type { SecondReading } from './text/second-reading.ts';
import { findForeignWriting } from './writer/foreign-writing.ts';
import { oddsOfPage, type WriterJudge } from './writer/network-odds.ts';
import { findOtherHands, isMostlyByPen } from './writer/other-hands/find.ts';
import { isPlain, judgePage, type PageWriting } from './writer/page-writing.ts';
import { printAgreement } from './writer/print-agreement.ts';
import { type InkRegularity, mergeRegularity } from './writer/regularity.ts';
import { handOf, nowhere, toldOf, type Writers } from './writer/who-wrote.ts';
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
  /** A machine wrote beside its place, and the zones are where it put what belongs into them. */
  readonly isMisplaced?: boolean;
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
export async function readZones(prepared: PreparedPage, form: RegisteredForm, engines: ZoneEngines): Promise<FormText> {
  const page = withoutBackSide(prepared, form.warp, form.reference, form.zones);
  const { settled, writers } = await settleZones(page, form, await readWherePut(page, form, engines), engines);
  const texts: string[] = [];
  const words: Word[] = [];
  const zones = settled.map(({ zone, content }): ZoneReading => {
    if ('kind' in content) return content;
    const reading = readingOf(content, page.toCaptured);
    words.push(...wordsOf(content, page.toCaptured));
    if (reading.text !== '') texts.push(reading.text);
    return { kind: 'text', zone: zone.id, reading, ...toldOf(zone, content, writers), ...strokesOf(content) };
  });
  return { text: texts.join('\n'), words, zones };
}

/** What stands in a zone, and whether a hand wrote it. Boxes are in pixels of the prepared page. */
export interface PlacedWords {
  readonly words: readonly Word[];
  /** All that was read of it, not only what readers came to. */
  readonly reading: Reading;
  readonly handwritten: boolean;
}

/**
 * The words in zones that were found by what is printed around them: nothing else is known of the paper there, nor can they be
 * misplaced. One for each zone, null where nothing can be read. Rejects when an engine fails.
 */
export async function readFoundZones(
  page: PreparedPage,
  form: RegisteredForm,
  engines: ZoneEngines,
): Promise<(PlacedWords | null)[]> {
  const seen = await seeZones(page, form, engines);
  const writing = await judgeWriting(seen, engines.writer);
  const { settled, writers } = await settleZones(page, form, { seen, writing, isMisplaced: false }, engines);
  const contents = new Map(settled.map(({ zone, content }) => [zone, content]));
  return form.zones.map((zone): PlacedWords | null => {
    const content = contents.get(zone);
    if (content === undefined || 'kind' in content) return null;
    return {
      words: wordsOf(content, identityAffine),
      reading: readingOf(content, identityAffine),
      handwritten: writers.byPen.has(zone.id) || !writers.page.isMachineMade,
    };
  });
}

interface SettledZones {
  readonly settled: readonly SeenZone[];
  readonly writers: Writers;
}

/** Looks once more at what was read for the first time: who wrote it, what was corrected, what is in doubt. */
async function settleZones(
  page: PreparedPage,
  form: RegisteredForm,
  judged: JudgedZones,
  engines: ZoneEngines,
): Promise<SettledZones> {
  const byPen = await findOtherHands(judged.seen, judged.writing, engines.witness);
  const isMachineMade = judged.writing.isMachineMade && !isMostlyByPen(judged.seen, byPen);
  const seen = await readByPen(page, form, judged, byPen, engines);
  const byMachine = ({ id }: Zone) => isMachineMade && !byPen.has(id);
  const marked = await markCorrections(seen, byMachine);
  const settled = await readDoubtfulAgain(marked, (zone) => (byMachine(zone) ? engines.again : engines.againByHand));
  const foreign = isMachineMade ? findForeignWriting(seen, byPen) : nowhere;
  return { settled, writers: { page: { ...judged.writing, isMachineMade }, byPen, foreign } };
}

function strokesOf({ loneStrokes, struck }: ZoneText): Pick<ZoneText, 'loneStrokes' | 'struck'> {
  return { ...(loneStrokes === undefined ? {} : { loneStrokes }), ...(struck === undefined ? {} : { struck }) };
}

async function judgeWriting(seen: readonly SeenZone[], judge: WriterJudge): Promise<PageWriting> {
  const [regularity, texts] = [pageRegularity(seen), textsOf(seen)];
  const agreement = printAgreement(texts);
  if (isPlain(regularity, agreement)) return judgePage(regularity, agreement);
  const lines: number[] = [];
  for (const { askLines } of texts) lines.push(...((await askLines?.(judge)) ?? []).filter((odds) => odds !== null));
  return judgePage(regularity, agreement, oddsOfPage(lines));
}

/**
 * Reads the zones for the first time, and judges who wrote the page. Where a machine wrote beside all places of the form, they are read
 * where it put them. Rejects when an engine fails.
 */
export async function readWherePut(
  page: PreparedPage,
  form: RegisteredForm,
  engines: ZoneEngines,
): Promise<JudgedZones> {
  const seen = await seeZones(page, form, engines);
  const writing = await judgeWriting(seen, engines.writer);
  const shift = mayBeMisplaced(seen) ? findMisplacement(viewPage(page, form), form.zones) : null;
  if (shift === null) return { seen, writing, isMisplaced: false };
  const moved = await seeZones(page, { ...form, zones: moveZones(form.zones, shift), isMisplaced: true }, engines);
  const movedWriting = await judgeWriting(moved, engines.writer);
  // People write where they see the place.
  if (!movedWriting.isMachineMade) return { seen, writing, isMisplaced: false };
  return { seen: moved.map(doubtOnPrint), writing: movedWriting, isMisplaced: true };
}

/** Reads the lines once more that a pen wrote on a machine's page, with the engines for hands. */
async function readByPen(
  page: PreparedPage,
  form: RegisteredForm,
  { seen, isMisplaced }: JudgedZones,
  byPen: ReadonlySet<string>,
  engines: ZoneEngines,
): Promise<SeenZone[]> {
  const read: SeenZone[] = [];
  // One after the other: an engine reads one crop at a time.
  for (const { zone, content } of seen) {
    const isLine = zone.kind === 'text' && byPen.has(zone.id) && !isMisplaced;
    const view = isLine ? viewZone(page, form.warp, form.reference, zone.rectMm) : null;
    const again = view === null ? null : await readZone(view, zone, form, { ...engines, lines: engines.hand });
    read.push({ zone, content: again ?? content });
  }
  return read;
}

/** Letters that lie on labels and walls lose what these cover, and look like others. */
function doubtOnPrint({ zone, content }: SeenZone): SeenZone {
  if (!('lines' in content) || content.touchesPrint?.() !== true) return { zone, content };
  return { zone, content: { ...content, isOverrun: true } };
}

async function seeZones(page: PreparedPage, form: RegisteredForm, engines: ZoneEngines): Promise<SeenZone[]> {
  const seen: SeenZone[] = [];
  // One after the other: an engine reads one crop at a time.
  for (const zone of form.zones) {
    const view = viewZone(page, form.warp, form.reference, zone.rectMm);
    const content = await readZone(view, zone, form, enginesFor(handOf(zone), pageRegularity(seen), engines));
    if (content !== null) seen.push({ zone, content });
  }
  return seen;
}

function viewPage(page: PreparedPage, { warp, reference }: RegisteredForm): FormView {
  return viewForm(page, localAffine(warp, formRect(reference)), reference);
}

interface JudgedZones {
  readonly seen: readonly SeenZone[];
  readonly writing: PageWriting;
  /** A machine wrote beside its place, and the zones were read there. */
  readonly isMisplaced: boolean;
}

/** What was read in plain lines. */
function textsOf(seen: readonly SeenZone[]): ZoneText[] {
  return seen.flatMap(({ zone, content }) => (zone.kind === 'text' && 'lines' in content ? [content] : []));
}

async function readDoubtfulAgain(
  seen: readonly SeenZone[],
  againOf: (zone: Zone) => SecondReading,
): Promise<SeenZone[]> {
  const settled: SeenZone[] = [];
  for (const { zone, content } of seen) {
    const readAgain = 'readAgain' in content ? content.readAgain : undefined;
    settled.push(
      readAgain === undefined ? { zone, content } : stillDoubted({ zone, content }, await readAgain(againOf(zone))),
    );
  }
  return settled;
}

/** Where a writing ends, and what of it counts, is no surer when its doubtful lines have been read again. */
function stillDoubted({ zone, content }: SeenZone, again: ZoneText): SeenZone {
  if (!('lines' in content)) return { zone, content: again };
  const { isOverrun = false, leavesZone = false, struck } = content;
  return { zone, content: { ...again, isOverrun, leavesZone, ...(struck === undefined ? {} : { struck }) } };
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

function othersThan(zone: Zone, zones: readonly Zone[]): OtherZone[] {
  return zones.flatMap(({ id, kind, rectMm }) => (id === zone.id ? [] : [{ rectMm, kind }]));
}

async function readZone(
  view: FormView,
  zone: Zone,
  { zones, checkedFields, isMisplaced = false }: RegisteredForm,
  engines: ZoneEngines,
): Promise<ZoneText | ZoneReading | null> {
  switch (zone.kind) {
    case 'text':
      return readTextZone(
        view,
        zone,
        { checked: checkedFields.has(zone.field), others: othersThan(zone, zones) },
        engines.lines,
      );
    case 'comb':
      return readCombZone(view, zone, engines.combs);
    case 'date':
      return readDate(view, zone, othersThan(zone, zones), engines);
    case 'mark':
      return isMisplaced ? readMisplacedMark(view, zone) : readMark(view, zone, zones);
    case 'signature':
      return readSignature(view, zone);
    case 'barcode':
      return null;
    default:
      return assertNever(zone);
  }
}
