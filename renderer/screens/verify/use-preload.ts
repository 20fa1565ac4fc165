import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentDetail, DocumentSummary } from '../../../contract/document.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { documentAfter } from './flow.ts';

/** Has the pictures of this document and everything of the next one ready before they are asked for. */
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
      for (const page of pageList) {
        pictureCache.take(pictures(page.id, 'full'));
        pictureCache.take(pictures(page.id, 'screen'));
      }
    };
    const preloadBoth = async (): Promise<void> => {
      if (id !== null) await preload(id);
      if (nextId !== null) await preload(nextId);
    };
    // A failure is shown when the document itself is opened.
    preloadBoth().catch(() => {});
    return () => {
      wanted = false;
    };
  }, [id, nextId, pictures, pictureCache, queries, queryClient]);
}
