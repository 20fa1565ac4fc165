import { setImmediate } from 'node:timers/promises';
import type { Account } from '../../contract/account.ts';
import { spanInCells } from '../../contract/cells.ts';
import type { Editor, FieldReading, Value } from '../../contract/document.ts';
import type { Group, GroupMember } from '../../contract/verification-aids.ts';
import { describeField } from '../../ocr/extract/describe.ts';
import type { FieldReason } from '../../ocr/model/field.ts';
import type { Box } from '../../ocr/model/geometry.ts';
import type { StationCore } from '../core.ts';
import { listDocuments, pagesOfDocument, type StoredDocument } from '../store/documents.ts';
import { zonesOfDocument } from '../store/readings.ts';
import type { AskedField } from './ask-fields.ts';
import { type Knowledge, loadKnowledge, weighDocument } from './document-detail.ts';
import { editorOf } from './present-document.ts';
import { presentPage, titleOfForm } from './present-page.ts';
import { readingsOfFields } from './readings-of-fields.ts';
import { mustNotSee } from './special-categories.ts';

/** As many as a person looks through at once. */
const mostMembers = 200;
const mostGroups = 60;
/** A single field is asked with its document. */
const fewestMembers = 2;
/** As on the verification screen: what was read less surely has to be looked at. */
const sureCharacter = 0.9;

/** Doubts that looking alone settles; a broken rule wants the whole document. */
const settledByLooking: readonly (FieldReason | null)[] = [
  'low-confidence',
  'handwritten',
  'policy',
  'repaired',
  'unclear-mark',
  'found-by-label',
];

/** What makes fields alike, and one field of the kind. */
interface Candidate extends Omit<Group, 'members'> {
  readonly member: GroupMember;
}

/**
 * The open fields of a batch by what was read: the same value of the same kind, the same mark, or the same one uncertain
 * character in a comb. Gives way to other work between documents, since a batch may have many.
 */
export async function groupDoubts(
  station: Pick<StationCore, 'store' | 'forms' | 'loadTables'>,
  viewer: Account,
  batchId: string,
): Promise<Group[]> {
  const knowledge = await loadKnowledge(station);
  const groups = new Map<string, Group>();
  for (const document of listDocuments(station.store, batchId, ['read', 'verifying'])) {
    // Pictures of pages with special categories of data are kept from those whose task does not need them.
    const isHidden = mustNotSee(viewer, knowledge.forms.get(document.formKey ?? '') ?? null);
    if (document.openFields === 0 || isHidden) continue;
    for (const { member, ...kind } of candidatesOf(station.store, document, knowledge)) {
      const group = groups.get(kind.key) ?? { ...kind, members: [] };
      if (group.members.length < mostMembers) group.members.push(member);
      groups.set(kind.key, group);
    }
    await setImmediate();
  }
  return [...groups.values()]
    .filter(({ members }) => members.length >= fewestMembers)
    .toSorted((left, right) => right.members.length - left.members.length)
    .slice(0, mostGroups);
}

function candidatesOf(store: StationCore['store'], document: StoredDocument, knowledge: Knowledge): Candidate[] {
  const form = knowledge.forms.get(document.formKey ?? '');
  if (form === undefined) return [];
  const weighed = weighDocument(store, document, knowledge);
  const asked = weighed.filter(mayBeGrouped);
  const read = readingsOfFields(form, zonesOfDocument(store, document.id), asked, knowledge.tables);
  const pages = pagesOfDocument(store, document);
  return asked.flatMap((one): Candidate[] => {
    const { pointer, field } = one;
    const page = pages[field.page];
    const description = describeField(form.schema, pointer);
    if (page === undefined || field.boxPx === null || description === null) return [];
    const character = onlyDoubt(read.get(pointer)?.reading ?? null);
    const editor = editorOf(description);
    const key = character === null ? keyOfValue(description.kind, pointer, editor, field.value) : character.text;
    const boxPx = character === null ? field.boxPx : partOf(field.boxPx, character.span);
    return [
      {
        key: JSON.stringify([document.formKey, character === null ? 'value' : 'character', key]),
        form: titleOfForm(knowledge.forms, document.formKey ?? ''),
        title: description.title,
        editor,
        value: field.value,
        character: character?.text ?? null,
        member: {
          ...{ documentId: document.id, pointer, ordinal: document.ordinal, boxPx, value: field.value },
          page: presentPage(page, knowledge.forms),
        },
      },
    ];
  });
}

/** Open, not yet spoken on, with a value that may be shown, and of a doubt that looking at it settles. */
export function mayBeGrouped({ field, word, open, blind }: AskedField): boolean {
  if (!open || blind || word !== null || field.value === null || field.status !== 'doubtful') return false;
  return settledByLooking.includes(field.reason);
}

/** Listed values are alike within their own field, written ones wherever their kind is written. */
function keyOfValue(kind: string, pointer: string, editor: Editor, value: Value): string {
  const isWritten = editor.kind === 'text' || editor.kind === 'date';
  return JSON.stringify([isWritten && kind !== 'text' ? kind : pointer, value]);
}

interface Doubted {
  readonly text: string;
  readonly span: readonly [number, number];
}

/** The one character of a comb that was read unsurely; null where there is none, or more than one. */
function onlyDoubt(reading: FieldReading | null): Doubted | null {
  if (reading === null || reading.cells === null) return null;
  const { characters } = reading;
  const doubted = characters.flatMap(({ text, confidence }, place) =>
    text.trim() !== '' && confidence < sureCharacter ? [{ text, place }] : [],
  );
  const [only, ...further] = doubted;
  if (only === undefined || further.length > 0) return null;
  return {
    text: only.text,
    span: spanInCells(
      characters.map(({ text }) => text),
      only.place,
    ),
  };
}

function partOf([x0, y0, x1, y1]: Box, [from, to]: readonly [number, number]): Box {
  return [x0 + from * (x1 - x0), y0, x0 + to * (x1 - x0), y1];
}
