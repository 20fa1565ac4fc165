import { scanStopCodeSchema } from '../../../contract/capture.ts';
import type { Bilingual } from '../../../contract/common.ts';
import { keysEverywhere, type ScreenName, screenKeys } from '../../../renderer/app/help/screen-keys.ts';
import type { Language } from '../../../renderer/app/i18n.ts';
import { type KeyLine, keyName } from '../../../renderer/ui/key-names.ts';
import { deliveryFailures } from '../../../station/deliver/delivery-failure.ts';
import { failureTexts } from '../../../station/texts/failures.ts';
import { folderTroubleTexts, waitingTexts } from '../../../station/texts/folder-troubles.ts';
import { noticeCodeSchema, tellNotices } from '../../../station/texts/notices.ts';
import { policyTexts } from '../../../station/texts/policies.ts';
import { reasonTexts } from '../../../station/texts/reasons.ts';
import { refusals } from '../../../station/texts/refusals/refusals.ts';
import { tellStop } from '../../../station/texts/scan-stops.ts';
import { textsIn } from './texts-in.ts';

/** The chapters that are made from what the program says and hears, so that they are never behind it. */

const words = {
  it: {
    keys: ['Tutti i tasti', 'Ogni schermata mostra i suoi con `?`, o con `Maiusc F1` mentre si scrive.'],
    everywhere: 'In ogni schermata',
    head: ['Tasti', 'Che cosa fa'],
    messages: ['Tutti i messaggi', 'Ogni messaggio dice che cosa è successo e che cosa fare.'],
    messageHead: ['Messaggio', 'Che cosa fare'],
    families: {
      reasons: 'Perché un campo è chiesto',
      failures: 'File e pagine',
      notices: 'Come è stata divisa la pila',
      stops: 'Lo scanner si ferma',
      folders: 'Una cartella osservata',
      waiting: 'I file di una cartella osservata',
      deliveries: 'Una consegna non riesce',
      refusals: 'Qualcosa non è permesso, o non in questo momento',
    },
  },
  en: {
    keys: ['All keys', 'Every screen shows its own with `?`, or with `Shift F1` while you type.'],
    everywhere: 'On every screen',
    head: ['Keys', 'What it does'],
    messages: ['All messages', 'Every message says what happened and what to do.'],
    messageHead: ['Message', 'What to do'],
    families: {
      reasons: 'Why a field is asked',
      failures: 'Files and pages',
      notices: 'How the pile was cut',
      stops: 'The scanner stops',
      folders: 'A watched folder',
      waiting: 'The files of a watched folder',
      deliveries: 'A delivery does not get through',
      refusals: 'Something is not allowed, or not now',
    },
  },
} as const;

/** The chapter `keys`: the keys of each screen as the list of keys shows them. */
export function keysChapter(language: Language): string {
  const t = textsIn(language);
  const { keys, everywhere, head } = words[language];
  const table = (lines: readonly KeyLine[]) =>
    tableOf(
      head,
      lines.map(({ strokes, meaning }) => [strokes.map((stroke) => `\`${keyName(stroke, t)}\``).join(' '), t(meaning)]),
    );
  const screens = Object.keys(screenKeys).filter((screen): screen is ScreenName => screen in screenKeys);
  const parts = screens
    .filter((screen) => screenKeys[screen].length > 0)
    .map((screen) => `## ${t(`screen.${screen}`)}\n\n${table(screenKeys[screen])}`);
  return chapterOf(keys, [`## ${everywhere}\n\n${table(keysEverywhere)}`, ...parts]);
}

/** The chapter `messages`: everything that the station tells people, by what it is about. */
export function messagesChapter(language: Language): string {
  const { messages, messageHead, families } = words[language];
  const told: readonly (readonly [title: string, texts: readonly Bilingual[]])[] = [
    [families.reasons, [...Object.values(reasonTexts), ...Object.values(policyTexts)]],
    [families.failures, Object.values(failureTexts)],
    [families.notices, tellNotices(JSON.stringify(noticeCodeSchema.options)).map(({ message }) => message)],
    [families.stops, scanStopCodeSchema.options.map((code) => tellStop(code).message)],
    [families.folders, Object.values(folderTroubleTexts)],
    [families.waiting, Object.values(waitingTexts)],
    [families.deliveries, Object.values(deliveryFailures).map(({ message }) => message)],
    [families.refusals, Object.values(refusals).map(({ text }) => text)],
  ];
  const parts = told.map(([title, texts]) => {
    const rows = texts.map((text) => partMessage(text[language]));
    return `## ${title}\n\n${tableOf(messageHead, rows)}`;
  });
  return chapterOf(messages, parts);
}

/** What happened, and what to do about it: the first sentence and the rest, or the two sides of a colon. */
function partMessage(message: string): readonly [string, string] {
  const [, happened, remedy] = /^(.+?\.) (.+)$/.exec(message) ?? /^(.+?): (.+)$/.exec(message) ?? [];
  if (happened === undefined || remedy === undefined) return [message, ''];
  return [happened.endsWith('.') ? happened : `${happened}.`, remedy.charAt(0).toUpperCase() + remedy.slice(1)];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function chapterOf([title, lead]: readonly [string, string], parts: readonly string[]): string {
  return `# ${title}\n\n${lead}\n\n${parts.join('\n\n')}\n`;
}
