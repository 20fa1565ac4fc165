import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../contract/batch.ts';
import type { Verb } from '../../../contract/contract.ts';
import { formatRoute, type Route } from '../../app/route.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { Key } from '../../ui/Keys.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { nextStepKey } from './keys.ts';

/** What each task takes: looking on is for everybody. */
const verbs = {
  verify: 'verification.decide',
  approve: 'verification.approve',
  deliver: 'deliveries.start',
} as const satisfies Record<string, Verb>;

/** What can be done with the batch; the next thing to do for the person at the window stands out. */
export function BatchActions({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const may = useMay();
  const { documents } = batch.progress;
  const { id: batchId } = batch;
  const counts = {
    verify: (documents.read ?? 0) + (documents.verifying ?? 0),
    approve: documents.verified ?? 0,
    deliver: documents.approved ?? 0,
  };
  const routes: Record<keyof typeof counts, Route> = {
    verify: { screen: 'verify', batchId, documentId: null },
    approve: { screen: 'approve', batchId, documentId: null },
    deliver: { screen: 'deliver', batchId },
  };
  const tasks = batch.practice ? (['verify'] as const) : (['verify', 'approve', 'deliver'] as const);
  const navigate = useNavigate();
  const next = tasks.find((task) => counts[task] > 0 && may(verbs[task]));
  useScreenKey(nextStepKey, () => next !== undefined && navigate(routes[next]), next !== undefined);
  return (
    <>
      <OpenScan batchId={batchId} />
      {counts.verify < fewestForGroups || !may('groups.confirm') ? null : (
        <Button component="a" href={formatRoute({ screen: 'groups', batchId })} variant="default">
          {t('groups.open')}
        </Button>
      )}
      {tasks.map((task) => (
        <Button
          key={task}
          component="a"
          href={formatRoute(routes[task])}
          variant={task === next ? 'filled' : 'default'}
          rightSection={task === next ? <Key name={nextStepKey} /> : null}
        >
          {counts[task] === 0 ? t(`batch.${task}`) : t(`batch.${task}Count`, { count: counts[task] })}
        </Button>
      ))}
    </>
  );
}

/** The way back to a pile that is not through: nobody else knows that sheets of it still lie on the desk. */
function OpenScan({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const scan = useQuery(queries.scan(batchId)).data;
  if (scan == null || scan.state === 'finished') return null;
  return (
    <Button component="a" href={formatRoute({ screen: 'scan', batchId })} variant="default">
      {t('scan.open')}
    </Button>
  );
}

/** The same doubt in one document alone is asked with it. */
const fewestForGroups = 2;
