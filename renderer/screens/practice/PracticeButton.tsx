import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { Key } from '../../ui/Keys.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { usePracticePile } from './use-practice-pile.ts';

/** Begins practice, or leads back to the pile that is there. */
export function PracticeButton({ listening }: { readonly listening: boolean }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const navigate = useNavigate();
  const { start } = usePracticePile();
  const present = useQuery(queries.batches()).data?.find(({ practice }) => practice);
  const act = (): void => {
    if (present !== undefined) navigate({ screen: 'batch', batchId: present.id });
    else if (!start.isPending) start.mutate();
  };
  useScreenKey('F6', act, listening);
  return (
    <Button variant="default" loading={start.isPending} rightSection={<Key name="F6" />} onClick={act}>
      {present === undefined ? t('practice.start') : t('practice.open')}
    </Button>
  );
}
