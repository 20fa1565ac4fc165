import { useQuery } from '@tanstack/react-query';
import type { Field } from '../../../../contract/document.ts';
import { useStation } from '../../../app/use-station.ts';

/** What a text may become: names of the code tables and of earlier records. Empty until the station has answered for this very text. */
export function useCompletions(documentId: string, field: Field, text: string, wanted: boolean): readonly string[] {
  const { queries } = useStation();
  const completions = useQuery({
    ...queries.completions({ documentId, pointer: field.pointer, text }),
    enabled: wanted && field.editor.kind === 'text',
  });
  return completions.data ?? nothing;
}

const nothing: readonly string[] = [];
