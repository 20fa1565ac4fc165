import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../contract/batch.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';

/** Making and deleting piles to practise on. */
export function usePracticePile() {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const listAgain = () => queryClient.invalidateQueries({ queryKey: queries.batches().queryKey });

  const open = (batch: Batch): void => {
    queryClient.setQueryData(queries.batch(batch.id).queryKey, batch);
    void listAgain();
    navigate({ screen: 'batch', batchId: batch.id });
  };
  const start = useMutation({
    mutationFn: () => station.practice.start({ name: t('practice.name') }),
    onSuccess: open,
  });
  const discard = useMutation({
    mutationFn: (batchId: string) => station.practice.discard({ batchId }),
    onSuccess: () => {
      announce(t('practice.discarded'));
      void listAgain();
      navigate({ screen: 'batches' }, { replace: true });
    },
  });
  /** A new pile in place of the one that is done. */
  const again = useMutation({
    mutationFn: async (batchId: string) => {
      await station.practice.discard({ batchId });
      return await station.practice.start({ name: t('practice.name') });
    },
    onSuccess: open,
  });
  return { start, discard, again };
}
