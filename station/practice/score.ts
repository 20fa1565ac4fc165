import type { PracticeMistake, PracticeScore } from '../../contract/practice.ts';
import { describeField } from '../../ocr/extract/describe.ts';
import type { ReadableStore } from '../store/connection.ts';
import { listDocuments, pagesOfDocument, type StoredDocument } from '../store/documents.ts';
import { effortOfBatch } from '../store/practice.ts';
import { type Knowledge, weighDocument } from '../verify/document-detail.ts';
import type { WeighedField } from '../verify/weigh-words.ts';
import type { PracticeAnswer, PracticeAnswers } from './answers.ts';
import { fewestKeys } from './fewest-keys.ts';
import { outcomeOf, saysTheSame } from './outcome.ts';

/** A field of a finished document beside what stands on the paper. */
interface Compared {
  readonly documentId: string;
  readonly field: WeighedField;
  readonly answer: PracticeAnswer;
  readonly fewestKeys: number;
}

/** How a person did on a practice pile, from the words of the documents that are finished. */
export function scoreBatch(
  store: ReadableStore,
  batchId: string,
  answers: PracticeAnswers,
  knowledge: Knowledge,
): PracticeScore {
  const documents = listDocuments(store, batchId);
  const finished = documents.filter(({ state }) => state === 'verified');
  const compared = finished.flatMap((document) => compareDocument(store, document, answers, knowledge));
  const asked = compared.filter(({ field }) => field.word !== null);
  const mistakes = asked.flatMap(mistakeOf);
  const wrong = new Set(mistakes.map(({ documentId, pointer }) => `${documentId} ${pointer}`));
  const traps = asked.filter(({ answer }) => answer.trap !== null);
  const workedOn = new Set(asked.map(({ documentId }) => documentId));
  return {
    documents: documents.length,
    documentsFinished: finished.length,
    asked: asked.length,
    right: asked.length - mistakes.length,
    wrongUnasked: compared.filter(({ field, answer }) => field.word === null && !isRead(field, answer)).length,
    mistakes,
    traps: traps.length,
    trapsSeen: traps.filter(({ documentId, field }) => !wrong.has(`${documentId} ${field.pointer}`)).length,
    // One more at the end of each document that was not without a doubt.
    fewestKeys: asked.reduce((sum, one) => sum + one.fewestKeys, 0) + workedOn.size,
    ...effortOfBatch(store, batchId),
  };
}

function compareDocument(
  store: ReadableStore,
  document: StoredDocument,
  answers: PracticeAnswers,
  knowledge: Knowledge,
): Compared[] {
  const [first] = pagesOfDocument(store, document);
  const known = answers.documents.find(({ files }) => files.some((file) => file === first?.sourceName));
  const form = knowledge.forms.get(document.formKey ?? '');
  if (known === undefined || form === undefined) return [];
  return weighDocument(store, document, knowledge).flatMap((field): Compared[] => {
    const answer = known.fields[field.pointer];
    if (answer === undefined) return [];
    const keys = fewestKeys(field.machine, answer, describeField(form.schema, field.pointer));
    return [{ documentId: document.id, field, answer, fewestKeys: keys }];
  });
}

function mistakeOf({ documentId, field, answer }: Compared): PracticeMistake[] {
  const outcome = outcomeOf(field, answer);
  if (outcome === 'right') return [];
  const { trap, value: expected } = answer;
  return [{ documentId, pointer: field.pointer, outcome, trap, given: field.field.value, expected }];
}

function isRead({ field }: WeighedField, { value, trap }: PracticeAnswer): boolean {
  return trap !== 'unreadable' && saysTheSame(field.value, value);
}
