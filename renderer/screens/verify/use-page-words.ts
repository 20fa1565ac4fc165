import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useStation } from '../../app/use-station.ts';
import type { PlacedWord } from '../../canvas/picked-words.ts';
import { pictureSize } from '../../canvas/picture.ts';
import { uprightBox } from '../../canvas/view.ts';

/** What was read on one page of a document, at its places on the upright picture. */
export function usePageWords(
  { id, pageList }: DocumentDetail,
  pageIndex: number,
  wanted: boolean,
): readonly PlacedWord[] {
  const { queries } = useStation();
  const words = useQuery({ ...queries.words(id), enabled: wanted }).data;
  return useMemo(() => {
    const page = pageList[pageIndex];
    if (words === undefined || page === undefined) return [];
    return words
      .filter((word) => word.page === pageIndex)
      .map(({ text, boxPx }) => ({ text, box: uprightBox(boxPx, pictureSize(page), page.rotationDeg) }));
  }, [words, pageList, pageIndex]);
}
