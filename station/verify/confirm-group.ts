import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../contract/account.ts';
import type { GroupConfirmation } from '../../contract/verification-aids.ts';
import type { StationCore } from '../core.ts';
import type { Transaction } from '../store/connection.ts';
import { findDocument, setOpenFields } from '../store/documents.ts';
import { type Knowledge, loadKnowledge, weighDocument } from './document-detail.ts';
import { mayBeGrouped } from './groups.ts';
import { mustNotSee } from './special-categories.ts';
import { countOpen, decide } from './verification.ts';

type Member = GroupConfirmation['members'][number];

export interface GroupConfirmed {
  readonly confirmed: number;
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
    for (const [documentId, own] of Map.groupBy(members, (member) => member.documentId)) {
      for (const member of own) {
        const { pointer } = member;
        const isConfirmed = !isHeld(documentId) && confirmMember(transaction, actor, { batchId, member, knowledge });
        if (!isConfirmed) left.push({ documentId, pointer });
      }
      const document = findDocument(transaction, documentId);
      if (document !== undefined) setOpenFields(transaction, documentId, countOpen(transaction, document, knowledge));
    }
    return { confirmed: members.length - left.length, left };
  });
  station.announce(batchId);
  return result;
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
