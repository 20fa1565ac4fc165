import sharp from 'sharp';
import { seededRandom } from '../../../ocr/identify/random.ts';
import type { Affine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';

/** Words of invented forms; none names a person. */
const labels = [
  'Cognome',
  'Nome',
  'Luogo di nascita',
  'Data',
  'Codice fiscale',
  'Residente in',
  'Via o piazza',
  'Numero civico',
  'Provincia',
  'Telefono',
  'Posta elettronica',
  'Cittadinanza',
  'Documento',
  'Rilasciato da',
  'Scadenza',
  'Titolo',
  'Qualifica',
  'Protocollo',
  'Motivo della richiesta',
  'Foglio',
  'Particella',
  'Subalterno',
  'Interno',
  'Piano',
];
const sentences = [
  'consapevole delle sanzioni previste per chi dichiara il falso',
  'di essere informato del trattamento dei dati personali',
  'chiede il rilascio di copia semplice dei documenti indicati',
  'che le notizie fornite corrispondono al vero e sono complete',
  'di avere titolo alla presentazione della presente domanda',
  'si riserva di integrare la documentazione entro trenta giorni',
  'allega fotocopia di un documento di riconoscimento valido',
  'autorizza il comune alle verifiche presso altri uffici',
];
const headings = [
  'Richiedente',
  'Dichiarazioni',
  'Allegati',
  'Recapiti',
  'Immobile',
  'Delegato',
  'Oggetto',
  'Uso ufficio',
];
const titles = [
  'Domanda di autorizzazione',
  'Comunicazione di variazione',
  'Istanza di rimborso',
  'Segnalazione',
  'Denuncia',
];

/** An A4 form as SVG elements in millimetres: rules, boxes, combs and words, different for every seed. */
export interface DrawnForm {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly print: string;
  /** Where an entry may be written: left end of the base line, and room to the right. */
  readonly entries: readonly { x: number; y: number; width: number }[];
}

/** Draws an invented form. Forms with the same `headSeed` share their first fifth, as the forms of one office do. */
export function drawForm(seed: number, headSeed = seed): DrawnForm {
  const head = seededRandom(headSeed * 7919 + 1);
  const random = seededRandom(seed * 104729 + 3);
  const print: string[] = [];
  const entries: { x: number; y: number; width: number }[] = [];
  print.push(text(20, 18, 3.2, `Comune di prova, ufficio ${Math.floor(head() * 90 + 10)}`));
  print.push(text(20, 27, 5.5, pick(titles, head), 'bold'));
  print.push(text(20, 34, 2.8, pick(sentences, head)), text(20, 38.5, 2.8, pick(sentences, head)));
  print.push(box(150, 12, 45, 22), text(152, 16, 2.4, 'Spazio per il protocollo'));
  let y = 48;
  while (y < 270) y = drawRow(y, random, print, entries);
  print.push(text(20, 285, 2.2, `Modello ${seed} edizione ${Math.floor(random() * 30 + 1990)}`));
  return { widthMm: 210, heightMm: 297, print: print.join(''), entries };
}

function drawRow(
  y: number,
  random: () => number,
  print: string[],
  entries: { x: number; y: number; width: number }[],
): number {
  const kind = random();
  if (kind < 0.15) {
    print.push(`<rect x="20" y="${y}" width="170" height="6" fill="#ddd" stroke="#000" stroke-width="0.2"/>`);
    print.push(text(22, y + 4.3, 3.4, pick(headings, random), 'bold'));
    return y + 11;
  }
  if (kind < 0.55) {
    const split = 70 + random() * 50;
    for (const [from, to] of [
      [20, split],
      [split + 4, 190],
    ] as const) {
      const label = pick(labels, random);
      const start = from + label.length * 1.75 + 3;
      print.push(text(from, y + 4, 3.1, label), rule(start, y + 4.6, to));
      if (to - start > 12) entries.push({ x: start + 1, y: y + 4, width: to - start - 2 });
    }
    return y + 8.5;
  }
  if (kind < 0.7) {
    const cells = 8 + Math.floor(random() * 9);
    print.push(text(20, y + 4, 3.1, pick(labels, random)));
    for (let i = 0; i < cells; i++) print.push(box(62 + i * 5, y, 5, 6));
    entries.push({ x: 63, y: y + 4.8, width: cells * 5 - 2 });
    return y + 10;
  }
  if (kind < 0.9) {
    print.push(box(21, y, 3.5, 3.5), text(27, y + 3, 3.1, `${pick(sentences, random)} ${pick(labels, random)}`));
    return y + 6.5;
  }
  for (let line = 0; line < 3; line++) {
    print.push(text(20, y + 3 + line * 4, 2.8, `${pick(sentences, random)}, ${pick(sentences, random)}`));
  }
  return y + 16;
}

function pick<T>(from: readonly T[], random: () => number): T {
  const value = from[Math.floor(random() * from.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}

function text(x: number, y: number, size: number, words: string, weight = 'normal'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" font-family="sans-serif">${words}</text>`;
}

function rule(x0: number, y: number, x1: number): string {
  return `<path d="M${x0} ${y}H${x1}" stroke="#000" stroke-width="0.25"/>`;
}

function box(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#000" stroke-width="0.25"/>`;
}

/** Invented entries in the form's places, in a serif italic for want of a hand; `share` of the places are filled. */
export function fillForm(form: DrawnForm, seed: number, share = 0.8): string {
  const random = seededRandom(seed);
  const letters = 'abcdefghilmnopqrstuvz';
  return form.entries
    .filter(() => random() < share)
    .map(({ x, y, width }) => {
      const count = Math.max(3, Math.floor((width / 2.6) * (0.4 + random() * 0.5)));
      const word = Array.from({ length: count }, () => letters[Math.floor(random() * letters.length)]).join('');
      return `<text x="${x}" y="${y - 0.5 + random()}" font-size="${4 + random()}" font-style="italic" font-family="serif" fill="#222">${word}</text>`;
    })
    .join('');
}

/** A round office stamp of invented words, over whatever is there. */
export function stamp(x: number, y: number, turnDeg: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${turnDeg})" fill="none" stroke="#333" stroke-width="0.9">
    <circle r="16"/><circle r="12"/><text x="-9" y="1.5" font-size="5" stroke-width="0.3" fill="#333" font-family="serif">RICEVUTO</text></g>`;
}

/** How a scan of a drawn page came about. */
export interface Scan {
  readonly dpi: number;
  /** Millimetres of the form to millimetres of the scan. */
  readonly map: Affine;
  readonly widthMm?: number;
  readonly heightMm?: number;
  /** Blur in pixels, noise in grey levels, and the darkness left of black toner (1 is all). */
  readonly blurPx?: number;
  readonly noise?: number;
  readonly toner?: number;
  readonly seed?: number;
}

/** Renders SVG elements, in millimetres, as the grey image a scanner would give. */
export async function scanPage(elements: string, scan: Scan): Promise<GreyImage> {
  const { dpi, map, widthMm = 210, heightMm = 297, blurPx = 0, noise = 0, toner = 1, seed = 1 } = scan;
  const widthPx = Math.round((widthMm / 25.4) * dpi);
  const heightPx = Math.round((heightMm / 25.4) * dpi);
  const viewBox = `0 0 ${(widthPx / dpi) * 25.4} ${(heightPx / dpi) * 25.4}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${viewBox}">
    <rect width="100%" height="100%" fill="#fff"/><g transform="matrix(${map.join(' ')})">${elements}</g></svg>`;
  let picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale();
  if (blurPx > 0) picture = picture.blur(blurPx);
  const data = new Uint8Array(await picture.raw().toBuffer());
  const random = seededRandom(seed);
  for (let i = 0; i < data.length; i++) {
    const value = 255 - (255 - (data[i] ?? 255)) * toner;
    const jitter = noise > 0 ? (random() + random() + random() - 1.5) * 2 * noise : 0;
    data[i] = Math.max(0, Math.min(255, Math.round(value + jitter)));
  }
  return { data, widthPx, heightPx };
}

/** Another edition of a drawn form: the words of `count` of its lines are others, everything else stays where it is. */
export function editionOf(form: DrawnForm, seed: number, count: number): DrawnForm {
  const random = seededRandom(seed * 31 + 7);
  const lines = form.print.match(/<text[^>]*>[^<]*<\/text>/g) ?? [];
  const changed = new Set(Array.from({ length: count }, () => Math.floor(random() * lines.length)));
  let line = -1;
  const print = form.print.replace(
    /(<text[^>]*>)([^<]*)(<\/text>)/g,
    (whole, open: string, words: string, close: string) => {
      line++;
      return changed.has(line) ? `${open}${otherWords(words, random)}${close}` : whole;
    },
  );
  return { ...form, print };
}

/** About as many letters, of other words. */
function otherWords(words: string, random: () => number): string {
  let other = pick(labels, random);
  while (other.length < words.length - 4) other += ` ${pick(labels, random).toLowerCase()}`;
  return other.slice(0, Math.max(4, words.length));
}
