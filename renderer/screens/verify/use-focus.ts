import { useCallback, useState } from 'react';
import type { Field } from '../../../contract/document.ts';
import type { HalfComment, HalfTyped } from '../../app/held-places.ts';
import { nextOpenField } from './flow.ts';

/** What lies over the workbench and has the keys for itself. */
export type Overlay = 'comment' | 'not-this-form' | 'rescan' | 'words';

interface Focus {
  readonly documentId: string;
  readonly pointer: string | null;
  /** Counts how often the editor began afresh. */
  readonly visit: number;
  /** What was picked from the page for the field in focus, and waits to be accepted. */
  readonly picked: string | null;
  readonly overlay: Overlay | null;
}

export interface FocusOfBench extends Focus {
  /** The same at every rendering of one document. */
  goTo(pointer: string | null): void;
  /** Lays something over the workbench, or takes it away, and lets the editor begin afresh with what was picked meanwhile. */
  cover(overlay: Overlay | null, picked?: string): void;
}

/**
 * Where the person is on a document. It begins at the first field that waits whenever another document comes into hand; where
 * the person comes back, at the field in which they were typing, with the comment open that they were writing.
 */
export function useFocus(
  documentId: string,
  fields: readonly Field[],
  back: HalfTyped | null,
  comment: HalfComment | null,
): FocusOfBench {
  const begin = (visit: number): Focus => ({
    ...{ documentId, visit, pointer: nextOpenField(fields, null)?.pointer ?? null },
    ...{ picked: null, overlay: null },
  });
  const [held, setHeld] = useState<Focus>(() => ({
    ...begin(0),
    ...(comment !== null && { pointer: comment.pointer, overlay: 'comment' }),
    ...(back !== null && { pointer: back.pointer, picked: back.text }),
  }));
  // The bench stays while the document changes: building it anew would keep the person waiting.
  const focus = held.documentId === documentId ? held : begin(held.visit + 1);
  if (focus !== held) setHeld(focus);

  const goTo = useCallback(
    (pointer: string | null) =>
      setHeld(({ visit, overlay }) => ({ documentId, pointer, visit: visit + 1, picked: null, overlay })),
    [documentId],
  );
  return {
    ...focus,
    goTo,
    cover: (overlay, picked) =>
      setHeld((before) => ({
        ...before,
        overlay,
        ...(picked !== undefined && { picked }),
        visit: overlay === null ? before.visit + 1 : before.visit,
      })),
  };
}
