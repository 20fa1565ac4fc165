import type { Tables } from '../../../ocr/extract/tables/tables.ts';
import { createSheet, type TextStyle } from '../../forms/draw/sheet.ts';
import type { Paper } from '../degrade/capture.ts';
import { inventAddress } from '../people/contact.ts';
import { inventPerson } from '../people/person.ts';
import type { Random } from '../random.ts';

const body: TextStyle = { face: { family: 'source-serif-4', weight: 400 }, size: 11 };
const head: TextStyle = { face: { family: 'source-serif-4', weight: 600 }, size: 15 };

const paragraphs = [
  'con la presente segnaliamo che dal mese scorso il lampione davanti al numero civico indicato sopra resta spento durante tutta la notte, e che il marciapiede vicino alla fermata è rovinato dalle radici degli alberi.',
  'Diversi residenti, tra i quali alcune persone anziane, sono già inciampati nel percorrere quel tratto. Un primo avviso era stato dato per telefono, senza che si sia poi visto alcun intervento.',
  'Chiediamo quindi di sapere quando gli uffici intendono mandare una squadra e, nel frattempo, di far mettere almeno una transenna con la necessaria segnaletica luminosa.',
  'Restiamo a disposizione per un sopralluogo e porgiamo cordiali saluti.',
] as const;

/** A letter to the municipality that is none of our forms. */
export function drawLetter(random: Random, tables: Tables, isoDate: string): Paper {
  const size = { widthMm: 210, heightMm: 297 };
  const sheet = createSheet(size);
  const writer = inventPerson(random.fork('writer'), tables, 'adult');
  const address = inventAddress(random.fork('address'));
  const [year, month, day] = isoDate.split('-');
  sheet.text(`${writer.givenName} ${writer.surname}`, 25, 32, head);
  sheet.text(
    `${address.street} ${address.number}, ${address.cap} ${address.comune} (${address.province})`,
    25,
    38,
    body,
  );
  sheet.text(`Al Comune di ${address.comune}`, 120, 60, body);
  sheet.text('Ufficio lavori pubblici', 120, 66, body);
  sheet.text(`${address.comune}, ${Number(day)}/${Number(month)}/${year}`, 25, 84, body);
  sheet.text('Oggetto: illuminazione e marciapiede pericoloso', 25, 98, { ...body, face: head.face });
  sheet.text('Gentile Ufficio,', 25, 110, body);
  let y = 120;
  for (const paragraph of paragraphs) y = sheet.paragraph(paragraph, 25, y, body, 160, 5.6) + 3;
  sheet.text(`${writer.givenName} ${writer.surname}`, 130, y + 16, body);
  return { size, elements: sheet.finish('letter.png').elements };
}
