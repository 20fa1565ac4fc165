import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../contract/account.ts';
import type { GroupConfirmation } from '../../contract/verification-aids.ts';
import type { StationCore } from '../core.ts';
import type { Transaction } from '../store/connection.ts';
import { findDocument, setOpenFields } from '../store/documents.ts';
import { type Knowledge, loadKnowledge, weighDocument } from './document-detail.ts';
import { mayBeGrouped } from './groups.ts';
import { mustNotSee } from './special-categories.ts';
import { countOpen, decide, finish } from './verification.ts';

type Member = GroupConfirmation['members'][number];

export interface GroupConfirmed {
  readonly confirmed: number;
  /** Documents that the confirmation left without an open field: they are verified, by this person. */
  readonly finished: number;
  /** Fields that were not open any more, or have another value than the person saw. */
  readonly left: { documentId: string; pointer: string }[];
}

/**
 * Confirms many fields in one transaction, each by a word and an audit event of its own, as if they had been confirmed one
 * by one. What changed since it was shown, or is in another window's hands, is left as it is and told.
 */
export async function confirmGroup(
  station: Pick<StationCore, 'store' | 'forms' | 'loadTables' | 'announce'>,
  actor: Account,
  { batchId, members }: GroupConfirmation,
  isHeld: (documentId: string) => boolean,
): Promise<GroupConfirmed> {
  const knowledge = await loadKnowledge(station);
  const result = station.store.transact((transaction): GroupConfirmed => {
    const left: GroupConfirmed['left'] = [];
    let finished = 0;
    for (const [documentId, own] of Map.groupBy(members, (member) => member.documentId)) {
      for (const member of own) {
        const { pointer } = member;
        const isConfirmed = !isHeld(documentId) && confirmMember(transaction, actor, { batchId, member, knowledge });
        if (!isConfirmed) left.push({ documentId, pointer });
      }
      const isTouched = left.filter((member) => member.documentId === documentId).length < own.length;
      if (finishOrCount({ transaction, documentId, knowledge }, isTouched ? actor : null)) finished += 1;
    }
    return { confirmed: members.length - left.length, finished, left };
  });
  station.announce(batchId);
  return result;
}

interface TouchedDocument {
  readonly transaction: Transaction;
  readonly documentId: string;
  readonly knowledge: Knowledge;
}

/**
 * Counts what a document still asks, and finishes it where that is nothing: nobody should open 200 documents to say so. One
 * that was sent back waits, for whoever takes it up must see the reason.
 */
function finishOrCount({ transaction, documentId, knowledge }: TouchedDocument, actor: Account | null): boolean {
  const document = findDocument(transaction, documentId);
  if (document === undefined) return false;
  const open = countOpen(transaction, document, knowledge);
  setOpenFields(transaction, documentId, open);
  if (actor === null || open > 0 || document.state !== 'verifying' || document.note !== null) return false;
  finish({ transaction, document, knowledge }, actor);
  return true;
}

interface MemberWork {
  readonly batchId: string;
  readonly member: Member;
  readonly knowledge: Knowledge;
}

/** False where the field is left as it is. */
function confirmMember(transaction: Transaction, actor: Account, { batchId, member, knowledge }: MemberWork): boolean {
  const document = findDocument(transaction, member.documentId);
  const form = knowledge.forms.get(document?.formKey ?? '');
  if (document?.batchId !== batchId || form === undefined) return false;
  if (document.state !== 'read' && document.state !== 'verifying') return false;
  const weighed = weighDocument(transaction, document, knowledge).find(({ pointer }) => pointer === member.pointer);
  if (weighed === undefined || !mayBeGrouped(weighed) || mustNotSee(actor, form)) return false;
  if (!isDeepStrictEqual(weighed.field.value, member.value)) return false;
  decide({ transaction, document, knowledge }, actor, member.pointer, { kind: 'confirm' });
  return true;
}
