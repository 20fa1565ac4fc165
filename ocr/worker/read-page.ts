import { checkedFields } from '../extract/checked-fields.ts';
import { type Identification, identifyPage } from '../identify/identify.ts';
import { formKey, type Zone } from '../model/form.ts';
import { composeAffine, identityAffine, invertAffine } from '../model/geometry.ts';
import type { CapturedPage, GreyImage, Preparation, PreparedPage } from '../model/page.ts';
import type { Registration } from '../model/reading.ts';
import type { PageReading, WorkerRequest } from '../model/result.ts';
import { composeWarp, type Warp } from '../model/warp.ts';
import { decodePage } from '../prepare/decode.ts';
import { unturn } from '../prepare/placement.ts';
import { preparePage } from '../prepare/prepare.ts';
import { readBarcodeZones } from '../read/barcodes/barcode-zones.ts';
import { type FoundSeparator, findSeparator } from '../read/separators/find-separator.ts';
import { readFullPage } from '../read/whole/full-page.ts';
import { readZones } from '../read/zones.ts';
import { readLoosePage } from './loose/read-loose-page.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';
import type { ReadingTools } from './tools.ts';
import { turnPage } from './turn-page.ts';

export type ReadRequest = Extract<WorkerRequest, { kind: 'read' }>;
type Aligned = Extract<Identification, { kind: 'aligned' }>;
type Content = Pick<PageReading, 'text' | 'words' | 'zones' | 'pairs'>;

/**
 * Reads one page from file to readings: decode, prepare, identify; then its zones where it registers on a form, and all of
 * it elsewhere or where the settings ask. Runs in a worker process. Throws PageError when the page cannot be decoded.
 */
export async function readPage(
  request: ReadRequest,
  tools: ReadingTools,
  watch: Stopwatch = startStopwatch(),
): Promise<PageReading> {
  const captured = await watch.time('decode', () => decodePage(request.path, request.name, request.index));
  const { turnDeg, separators } = request.settings;
  const divider =
    separators === undefined
      ? null
      : await watch.time('separators', async () => findSeparator(captured, await tools.barcodeReader()));
  if (divider !== null && (divider.finding.sheet !== null || separators === 'patches')) {
    return readingOfSeparator(captured, request, divider, watch);
  }
  const prepared = await watch.time('prepare', () => preparePage(captured, turnDeg === undefined ? {} : { turnDeg }));
  const catalogue = await watch.time('catalogue', () => tools.catalogue(request.forms, request.layoutCache));
  const found = await watch.time('identify', () => layUpright(prepared, identifyPage(prepared, catalogue)));
  const { page, content } = await watch.time('read', () => readContent(found, captured.image, request, tools));
  const { identification } = found;
  const { widthPx, heightPx } = captured.image;
  return {
    captured: { index: request.index, widthPx, heightPx, dpi: captured.dpi },
    preparation: preparationOf(page),
    ...content,
    registration: identification.kind === 'aligned' ? registrationOf(page, identification) : null,
    notAligned:
      identification.kind === 'not-aligned'
        ? { form: identification.formKey, residualMm: identification.residualMm }
        : null,
    ...(divider !== null && { separator: divider.finding }),
    timingMs: { ...watch.timingMs },
  };
}

/** A separator is no page of a document: nothing more is read of it. */
function readingOfSeparator(
  { image, dpi }: CapturedPage,
  { index, settings }: ReadRequest,
  { finding, turnDeg }: FoundSeparator,
  { timingMs }: Stopwatch,
): PageReading {
  const rotationDeg = settings.turnDeg ?? turnDeg;
  return {
    captured: { index, widthPx: image.widthPx, heightPx: image.heightPx, dpi },
    preparation: { steps: [], toCaptured: identityAffine, rotationDeg, skewDeg: 0, blank: false },
    ...{ text: '', words: [], registration: null, notAligned: null, zones: [], pairs: [] },
    separator: finding,
    timingMs: { ...timingMs },
  };
}

interface IdentifiedPage {
  readonly page: PreparedPage;
  readonly identification: Identification;
}

/** Turns a page that its form shows to lie otherwise than preparation thought. */
function layUpright(page: PreparedPage, identification: Identification): IdentifiedPage {
  if (identification.kind !== 'aligned' || identification.turnDeg === 0) return { page, identification };
  const { turnDeg, toImage, warp } = identification;
  const turn = invertAffine(unturn(page.image, turnDeg));
  const turned = { toImage: composeAffine(toImage, turn), warp: composeWarp(warp, turn) };
  return {
    page: turnPage(page, turnDeg),
    identification: { ...identification, ...turned, turnDeg: 0, upsideDown: false },
  };
}

async function readContent(
  { page, identification }: IdentifiedPage,
  captured: GreyImage,
  { settings }: ReadRequest,
  tools: ReadingTools,
): Promise<{ page: PreparedPage; content: Content }> {
  if (identification.kind === 'aligned') {
    const { layout, layoutPage, warp, reference } = identification;
    const place = layout.pages[layoutPage] ?? { zones: [] };
    const form = {
      zones: place.zones,
      checkedFields: checkedFields(identification.form.schema, place.zones),
      warp,
      reference,
    };
    const seen = await readZones(page, form, await tools.zoneEngines(settings.language));
    const codes = await readCodes(captured, composeWarp(warp, page.toCaptured), form.zones, tools);
    const zones = [...seen.zones, ...codes];
    if (settings.mode === 'auto') return { page, content: { ...seen, zones, pairs: [] } };
    const whole = await readFullPage(page, await tools.pageReaders(settings.language));
    return { page, content: { text: whole.text, words: [...whole.words], zones, pairs: [] } };
  }
  const loose = await readLoosePage(
    page,
    captured,
    {
      page: await tools.pageReaders(settings.language),
      zones: () => tools.zoneEngines(settings.language),
      settle: () => tools.blankSettler(),
      pairs: tools.pairModel(),
    },
    settings.turnDeg !== undefined,
  );
  const { text, words } = loose.text;
  return { page: loose.page, content: { text, words: [...words], zones: [], pairs: [...loose.pairs] } };
}

/** Most forms have no barcodes: the reader is started by the first that has. */
async function readCodes(captured: GreyImage, warp: Warp, zones: readonly Zone[], tools: ReadingTools) {
  if (!zones.some(({ kind }) => kind === 'barcode')) return [];
  return readBarcodeZones(captured, warp, zones, await tools.barcodeReader());
}

function preparationOf({ steps, toCaptured, rotationDeg, skewDeg, blank }: PreparedPage): Preparation {
  return { steps: [...steps], toCaptured, rotationDeg, skewDeg, blank };
}

function registrationOf(page: PreparedPage, aligned: Aligned): Registration {
  return {
    form: formKey(aligned.form.manifest),
    edition: aligned.layout.edition,
    layoutPage: aligned.layoutPage,
    toCaptured: composeAffine(aligned.toImage, page.toCaptured),
    residualMm: aligned.residualMm,
    ...(aligned.covered.length > 0 && { covered: aligned.covered.map(({ id }) => id) }),
    coverage: Math.min(1, Math.max(0, aligned.coverage)),
  };
}
