import { type FormPackage, formKey, type LayoutPage } from '../../ocr/model/form.ts';
import type { GreyImage } from '../../ocr/model/page.ts';
import { capturePaper, type Paper } from './degrade/capture.ts';
import { type DamageWishes, drawDamage } from './degrade/damage.ts';
import { wornQuality } from './degrade/wear/apply.ts';
import { inColour } from './degrade/wear/coloured.ts';
import type { Wear } from './degrade/wear/kinds.ts';
import { drawLetter } from './pages/letter.ts';
import { daysBefore } from './people/dates.ts';
import type { PlannedDocument } from './plan.ts';
import { createRandom, type Random } from './random.ts';
import { inCapitals, type Written } from './records/written.ts';
import type { Damage, TruthDocument, TruthPage } from './truth.ts';
import type { Workshop } from './workshop.ts';
import { drawHand, type Hand } from './write/hand.ts';
import { drawPenHand, drawSecondHand, writtenBy } from './write/mixed.ts';
import { type Manners, writePage } from './write/page.ts';

/** What is known of a captured page besides its file. */
export type PageFacts = Omit<TruthPage, 'file' | 'index'>;

export interface MadePage {
  readonly image: GreyImage;
  /** Red, green and blue of a colour scan. */
  readonly colours?: readonly GreyImage[];
  readonly facts: PageFacts;
}

export interface MadeDocument {
  readonly facts: Omit<TruthDocument, 'pages'>;
  /** Pages in order, each drawn when it is asked for: a page at 300 dpi takes 9 MB. */
  readonly pages: readonly (() => Promise<MadePage>)[];
}

export interface MakeOptions {
  readonly dpi?: 200 | 300 | undefined;
  /** Font family for every form, instead of a drawn one. */
  readonly face?: string | undefined;
  readonly manners?: Manners | undefined;
  /** What the paper of every page went through besides copier and scanner. */
  readonly wear?: readonly Wear[] | undefined;
  /** Changes what was invented before it is written. */
  readonly amend?: ((written: Written) => Written) | undefined;
  /** Further SVG elements on a filled-in page, in millimetres. */
  readonly addInk?: ((page: LayoutPage, random: Random, pen: Hand) => string) | undefined;
}

/** Invents, writes and captures one document. The same seed, index and plan give the same bytes. */
export function makeDocument(
  workshop: Workshop,
  plan: PlannedDocument,
  seed: string,
  index: number,
  options: MakeOptions = {},
): MadeDocument {
  const random = createRandom(`${seed}/document ${index}`);
  const today = daysBefore('2026-10-30', random.fork('today').whole(0, 50));
  const id = `sample-${String(index + 1).padStart(4, '0')}`;
  const capture = (paper: Paper, layoutPage: number | null, kind: TruthPage['kind'], upsideDown: boolean) =>
    capturePage(workshop, paper, { layoutPage, kind, upsideDown, today, level: plan.damage }, random, options);

  if (plan.kind !== 'form') {
    const facts = { id, form: null, edition: null, hand: null, face: null, fields: {} };
    const paper =
      plan.kind === 'foreign'
        ? drawLetter(random.fork('letter'), workshop.tables, today)
        : { size: { widthMm: 210, heightMm: 297 }, elements: '' };
    return { facts, pages: [() => capture(paper, null, plan.kind, false)] };
  }

  const fillable = workshop.forms.get(plan.formId);
  const layout = fillable?.drawn.layout;
  if (fillable === undefined || layout === undefined) throw new Error(`no form ${plan.formId} to fill in`);
  const hand = drawHand(random.fork('hand'), plan.hand, workshop.openFace, options.face);
  const pen = drawPen(random.fork('pen'), hand, workshop);
  const invented = fillable.invent(random.fork('record'), workshop.tables, today);
  const amended = options.amend?.(invented) ?? invented;
  const lines = textFields(fillable.form);
  const share = plan.hand === 'handwritten' ? 0 : (options.manners?.mixed ?? 0);
  const second = drawSecondHand(random.fork('second hand'), share, layout.pages, amended, workshop.openFace);
  const writers = { hand, pen, second, office: drawPenHand(random.fork('office'), workshop.openFace) };
  const byOne = hand.capitalsOnly ? inCapitals(amended, lines) : amended;
  const written = second === null ? byOne : new Map([...byOne, ...writtenBy(second, amended, lines)]);
  const fillIn = (layoutPage: number, page: LayoutPage) => {
    const chance = random.fork(`page ${layoutPage}`);
    const added = options.addInk?.(page, chance.fork('added'), pen) ?? '';
    const grey = writePage(page, written, writers, chance, options.manners) + added;
    const ink = options.wear?.includes('coloured-ink') ? inColour(random.fork('ink colour'), grey) : grey;
    return (fillable.drawn.pageElements[layoutPage] ?? '') + ink;
  };
  // Forms of two pages are printed on one sheet; what is on one alone was printed on the back of something.
  const drawBack = (layoutPage: number) => {
    const other = layout.pages[layoutPage ^ 1];
    return other === undefined
      ? drawLetter(random.fork('back'), workshop.tables, today).elements
      : fillIn(layoutPage ^ 1, other);
  };
  return {
    facts: {
      id,
      form: formKey(fillable.form.manifest),
      edition: layout.edition,
      hand: plan.hand,
      face: hand.face.family,
      fields: truthOf(fillable.form, written),
    },
    pages: layout.pages.map((page, layoutPage) => () => {
      const places = page.zones.filter(({ field }) => written.has(field)).map(({ rectMm }) => rectMm);
      const back = options.wear?.includes('show-through') ? drawBack(layoutPage) : '';
      const paper = { size: page, elements: fillIn(layoutPage, page), places, back };
      return capture(paper, layoutPage, 'form', plan.upsideDown && layoutPage === 0);
    }),
  };
}

/** Whoever writes in block letters still signs in a running hand, with the same pen. */
function drawPen(random: Random, hand: Hand, { openFace }: Workshop): Hand {
  const pen = drawHand(random, 'handwritten', openFace, 'caveat');
  return hand.kind === 'handwritten' ? { ...pen, grey: hand.grey, strokeMm: hand.strokeMm } : pen;
}

interface CapturePlan {
  readonly layoutPage: number | null;
  readonly kind: TruthPage['kind'];
  readonly upsideDown: boolean;
  readonly today: string;
  readonly level: PlannedDocument['damage'];
}

async function capturePage(
  workshop: Workshop,
  paper: Paper,
  { layoutPage, kind, upsideDown, today, level }: CapturePlan,
  random: Random,
  { dpi, wear = [] }: MakeOptions,
): Promise<MadePage> {
  const chance = random.fork(`capture ${layoutPage ?? 0}`);
  // Offices stamp what arrives once, on its first page, and no empty ones.
  const isStamped = kind !== 'blank' && (layoutPage ?? 0) === 0;
  const drawn = drawDamage(chance.fork('damage'), { level, upsideDown, dpi });
  const damage = {
    ...{ ...drawn, ...sharedDamage(random, { level, dpi }), ...(isStamped ? {} : { stamp: false }) },
    ...(wear.length > 0 && {
      wear: [...wear],
      jpegQuality: wornQuality(drawn.jpegQuality, new Set(wear), chance.fork('jpeg')),
    }),
  };
  const { image, colours, toCaptured } = await capturePaper(paper, damage, chance, {
    stampFace: workshop.openFace({ family: 'roboto', weight: 700 }),
    protocol: String(random.fork('protocol').whole(1000, 48000)).padStart(7, '0'),
    today,
  });
  const { widthPx, heightPx } = image;
  const rotationDeg = damage.upsideDown ? 180 : 0;
  return {
    image,
    ...(colours !== undefined && { colours }),
    facts: { kind, layoutPage, widthPx, heightPx, rotationDeg, skewDeg: damage.skewDeg, toCaptured, damage },
  };
}

/** What all pages of a document share: they are scanned in one go and filed together. */
function sharedDamage(random: Random, wishes: DamageWishes): Pick<Damage, 'dpi' | 'punchHoles'> {
  const { dpi, punchHoles } = drawDamage(random.fork('capture 0').fork('damage'), wishes);
  return { dpi, punchHoles };
}

function textFields(form: FormPackage): Set<string> {
  const zones = form.layouts.flatMap((layout) => layout.pages.flatMap((page) => page.zones));
  return new Set(zones.filter(({ kind }) => kind === 'text').map(({ field }) => field));
}

/** Every field of the form, the empty ones with value null. */
function truthOf(form: FormPackage, written: Written): TruthDocument['fields'] {
  const fields = form.layouts.flatMap((layout) => layout.pages.flatMap((page) => page.zones.map((zone) => zone.field)));
  return Object.fromEntries(
    [...new Set(fields)].map((field) => [field, written.get(field) ?? { value: null, text: '' }]),
  );
}
