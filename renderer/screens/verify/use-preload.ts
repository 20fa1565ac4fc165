import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DocumentDetail, DocumentSummary } from '../../../contract/document.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { createPictureCache } from '../../canvas/picture.ts';
import { documentAfter } from './flow.ts';

const heldPictures = 16;

/** Has the pictures of this document and everything of the next one ready before they are asked for. */
export function usePreload(document: DocumentDetail | null, queue: readonly DocumentSummary[]): void {
  const { pictures } = useServices();
  const { queries } = useStation();
  const queryClient = useQueryClient();
  const [cache] = useState(() => createPictureCache(heldPictures));
  const nextId = document === null ? null : (documentAfter(queue, document)?.id ?? null);

  useEffect(() => {
    const preload = ({ pageList }: DocumentDetail): void => {
      for (const page of pageList) {
        cache.preload(pictures(page.id, 'screen'));
        cache.preload(pictures(page.id, 'full'));
      }
    };
    if (document !== null) preload(document);
    if (nextId === null) return;
    let wanted = true;
    queryClient.fetchQuery(queries.document(nextId)).then(
      (next) => {
        if (wanted) preload(next);
      },
      // The document is asked for again when it is opened, and the failure is shown there.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [document?.id, nextId, cache, pictures, queries, queryClient]);
}
