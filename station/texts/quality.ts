import type { Bilingual } from '../../contract/common.ts';
import type { PageVerdict, QualityNotice } from '../../contract/quality.ts';
import type { PageQuality, QualityCode, QualityFinding } from '../../ocr/model/quality.ts';

interface Told {
  readonly advice: QualityNotice['advice'];
  /** `value` and `limit` are figures without unit, as people write them. */
  readonly message: (value: string, limit: string) => Bilingual;
}

/** What was found about the picture of a page, and what to do while the paper is at hand. */
const qualityTexts: Readonly<Record<QualityCode, Told>> = {
  'too-dark': {
    advice: 'rescan',
    message: (value) => ({
      it: `Immagine troppo scura: la carta è al ${value}% del bianco. Aumentare la luminosità dello scanner e acquisire di nuovo il foglio.`,
      en: `The picture is too dark: the paper is at ${value}% of white. Raise the scanner’s brightness and scan the sheet again.`,
    }),
  },
  'too-faint': {
    advice: 'rescan',
    message: (value) => ({
      it: `Scritte troppo chiare: si staccano dalla carta solo per il ${value}% della scala. Diminuire la luminosità o aumentare il contrasto e acquisire di nuovo il foglio.`,
      en: `The writing is too faint: it stands out from the paper by ${value}% of the scale only. Lower the brightness or raise the contrast and scan the sheet again.`,
    }),
  },
  'clipped-highlights': {
    advice: 'rescan',
    message: (value, limit) => ({
      it: `Toni chiari bruciati: il ${value}% della pagina è bianco pieno (massimo ${limit}%). Spegnere la pulizia automatica dello sfondo, diminuire la luminosità e acquisire di nuovo.`,
      en: `Light tones are lost: ${value}% of the page is full white (at most ${limit}%). Turn automatic background cleaning off, lower the brightness and scan again.`,
    }),
  },
  'clipped-shadows': {
    advice: 'rescan',
    message: (value, limit) => ({
      it: `Toni scuri chiusi: il ${value}% della pagina è nero pieno (massimo ${limit}%). Aumentare la luminosità o diminuire il contrasto e acquisire di nuovo.`,
      en: `Dark tones are lost: ${value}% of the page is full black (at most ${limit}%). Raise the brightness or lower the contrast and scan again.`,
    }),
  },
  skewed: {
    advice: 'rescan',
    message: (value, limit) => ({
      it: `Foglio storto di ${value} gradi (massimo ${limit}). Accostare le guide dell’alimentatore alla carta e acquisire di nuovo il foglio.`,
      en: `The sheet lies ${value} degrees askew (at most ${limit}). Move the feeder’s guides up to the paper and scan the sheet again.`,
    }),
  },
  'cut-edge': {
    advice: 'rescan',
    message: (value) => ({
      it: `Le scritte arrivano fin oltre il bordo dell’immagine (${value} segni tagliati). Scegliere un formato di carta più grande o centrare il foglio, e acquisirlo di nuovo.`,
      en: `Writing runs over the edge of the picture (${value} marks cut). Choose larger paper or centre the sheet, and scan it again.`,
    }),
  },
  'folded-corner': {
    advice: 'rescan',
    message: (value) => ({
      it: `Un angolo è piegato o manca (${value} mm). Distenderlo e acquisire di nuovo il foglio.`,
      en: `A corner is folded or missing (${value} mm). Flatten it and scan the sheet again.`,
    }),
  },
  blurred: {
    advice: 'rescan',
    message: (value, limit) => ({
      it: `Immagine sfocata: i bordi delle scritte sono larghi ${value} mm (massimo ${limit}). Pulire il vetro dello scanner, distendere il foglio e acquisirlo di nuovo.`,
      en: `The picture is blurred: edges of writing are ${value} mm wide (at most ${limit}). Clean the scanner’s glass, flatten the sheet and scan it again.`,
    }),
  },
  'resolution-too-low': {
    advice: 'rescan',
    message: (value, limit) => ({
      it: `Risoluzione di ${value} ppi: il profilo ne chiede almeno ${limit}. Cambiare la risoluzione e acquisire di nuovo.`,
      en: `Resolution of ${value} ppi: the profile demands at least ${limit}. Change the resolution and scan again.`,
    }),
  },
  'resolution-misstated': {
    advice: 'rescan',
    message: (value, limit) => ({
      it: `Il file dichiara ${limit} ppi, ma per il formato della carta i pixel sono quelli di ${value} ppi. Controllare le impostazioni dello scanner e acquisire di nuovo.`,
      en: `The file states ${limit} ppi, but for the size of the paper its pixels make ${value} ppi. Check the scanner’s settings and scan again.`,
    }),
  },
  'black-and-white': {
    advice: 'rescan',
    message: () => ({
      it: 'Immagine in solo bianco e nero: il profilo chiede grigi o colori. Cambiare il modo colore e acquisire di nuovo.',
      en: 'The picture is in black and white only: the profile demands grey or colour. Change the colour mode and scan again.',
    }),
  },
  'lossy-format': {
    advice: 'rescan',
    message: () => ({
      it: 'Il file è compresso con perdita: il profilo chiede un originale TIFF o PNG. Cambiare il formato nello scanner e acquisire di nuovo.',
      en: 'The file is compressed with loss: the profile demands a TIFF or PNG original. Change the scanner’s format and scan again.',
    }),
  },
  streaks: {
    advice: 'rescan',
    message: (value) => ({
      it: `Strisce verticali nello stesso punto di più pagine (${value}). Pulire la striscia di vetro dell’alimentatore e acquisire di nuovo da qui.`,
      en: `Upright streaks in the same place of several pages (${value}). Clean the glass strip of the feeder and scan again from here.`,
    }),
  },
  'nearly-blank': {
    advice: 'look',
    message: () => ({
      it: 'La pagina sembra vuota. Guardare se è giusto così.',
      en: 'The page looks empty. See whether that is right.',
    }),
  },
};

/** Whether the sheet had better be laid in again. */
export function asksForRescan(code: QualityCode): boolean {
  return qualityTexts[code].advice === 'rescan';
}

/** The verdict on a page as a screen shows it. */
export function presentQuality({ findings }: PageQuality): PageVerdict {
  return { notices: findings.map(tellQuality) };
}

function tellQuality({ code, value, limit, unit, boxPx }: QualityFinding): QualityNotice {
  const { advice, message } = qualityTexts[code];
  const texts = {
    it: message(figure(value, 'it'), figure(limit, 'it')).it,
    en: message(figure(value, 'en'), figure(limit, 'en')).en,
  };
  return { code, advice, message: texts, value, limit, unit, boxPx };
}

/** Three digits that count, without groups. */
function figure(value: number, language: 'it' | 'en'): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3, useGrouping: false }).format(value);
}
