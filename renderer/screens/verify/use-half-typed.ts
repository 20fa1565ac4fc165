import { useEffect, useState } from 'react';
import type { DocumentDetail, Field } from '../../../contract/document.ts';
import type { HalfComment, HalfTyped } from '../../app/held-places.ts';
import { useServices } from '../../app/services.ts';
import { useAccount } from '../../app/use-station.ts';
import type { EntryWork } from './entry/use-entry.ts';
import { isBeingVerified } from './flow.ts';

/** What somebody was typing in a field that another person has decided since. */
export interface Overtaken {
  readonly field: Field;
  readonly text: string;
}

interface CameBack {
  /** What goes on where it was left. */
  readonly back: HalfTyped | null;
  readonly overtaken: Overtaken | null;
  /** The comment that was being written. */
  readonly comment: HalfComment | null;
}

const nothing: CameBack = { back: null, overtaken: null, comment: null };

/**
 * What this person was writing on the document when somebody else took the window. Given back once, on the document with which
 * the bench begins: it is the one to which they come back.
 */
export function useHalfTyped(document: DocumentDetail): CameBack {
  const { heldPlaces } = useServices();
  const accountId = useAccount()?.id ?? '';
  const [cameBack] = useState(() => ({
    ...whereItStands(document, heldPlaces.values.by(accountId, document.id)),
    comment: heldPlaces.comments.by(accountId, document.id),
    documentId: document.id,
  }));
  useEffect(() => {
    heldPlaces.values.forget(accountId);
    heldPlaces.comments.forget(accountId);
  }, [heldPlaces, accountId]);
  return cameBack.documentId === document.id ? cameBack : nothing;
}

function whereItStands(document: DocumentDetail, typed: HalfTyped | null): Omit<CameBack, 'comment'> {
  const field = document.fields.find(({ pointer }) => pointer === typed?.pointer);
  if (typed === null || field === undefined) return nothing;
  const isAsItWas = isBeingVerified(document) && (field.verification?.at ?? null) === typed.wordAt;
  return isAsItWas ? { back: typed, overtaken: null } : { back: null, overtaken: { field, text: typed.text } };
}

/** Notes what is being typed, for when somebody else takes the window. */
export function useNoteTyping(documentId: string, field: Field, { entry: { text }, isChanged }: EntryWork): void {
  const { heldPlaces } = useServices();
  const { pointer, verification } = field;
  const wordAt = verification?.at ?? null;
  useEffect(() => {
    heldPlaces.values.note(isChanged ? { documentId, pointer, text, wordAt } : null);
    return () => heldPlaces.values.note(null);
  }, [heldPlaces, documentId, pointer, text, wordAt, isChanged]);
}
