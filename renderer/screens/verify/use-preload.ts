import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentDetail, DocumentSummary } from '../../../contract/document.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { afterFrame } from '../../ui/after-frame.ts';
import { documentAfter } from './flow.ts';

/** Has, once the document in hand is shown, the pictures of this document and everything of the next one ready before they are asked for. */
export function usePreload(document: DocumentDetail | null, queue: readonly DocumentSummary[]): void {
  const { pictures, pictureCache } = useServices();
  const { queries } = useStation();
  const queryClient = useQueryClient();
  const id = document?.id ?? null;
  const nextId = document === null ? null : (documentAfter(queue, document)?.id ?? null);

  useEffect(() => {
    let wanted = true;
    const preload = async (documentId: string): Promise<void> => {
      const { pageList } = await queryClient.fetchQuery(queries.document(documentId));
      if (!wanted) return;
      const views = ['close', 'screen'] as const;
      const addresses = pageList.flatMap(({ id: pageId }) => views.map((view) => pictures(pageId, view)));
      // A page that cannot be drawn keeps no other from being ready.
      await Promise.allSettled(addresses.map((address) => pictureCache.take(address).decode()));
    };
    const preloadBoth = async (): Promise<void> => {
      if (id !== null) await preload(id);
      if (nextId !== null) await preload(nextId);
    };
    // A failure is shown when the document itself is opened.
    const callOff = afterFrame(() => preloadBoth().catch(() => {}));
    return () => {
      wanted = false;
      callOff();
    };
  }, [id, nextId, pictures, pictureCache, queries, queryClient]);
}
