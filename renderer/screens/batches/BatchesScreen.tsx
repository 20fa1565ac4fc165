import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { machineActor } from '../../../contract/audit-actions.ts';
import type { Batch } from '../../../contract/batch.ts';
import { formatRoute } from '../../app/route.ts';
import { useServices } from '../../app/services.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { PracticeButton } from '../practice/PracticeButton.tsx';
import styles from './BatchesScreen.module.css';
import { BatchFilters } from './BatchFilters.tsx';
import { batchesFound } from './filter.ts';
import { NewBatchDialog } from './NewBatchDialog.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import { StageStatus } from './StageStatus.tsx';
import { countDocuments } from './stage.ts';
import { WatchedNotice } from './WatchedNotice.tsx';

/** Every batch of the workstation, newest first, with how far each is. */
export function BatchesScreen() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [adding, setAdding] = useState(false);
  const batches = useQuery(queries.batches());
  const navigate = useNavigate();
  const may = useMay();
  const brings = may('batches.create');
  const listening = brings && !adding;
  useScreenKey('F2', () => navigate({ screen: 'scan', batchId: null }), listening);
  useScreenKey('F4', () => setAdding(true), listening);
  useScreenKey('F7', () => navigate({ screen: 'watched' }), !adding);
  const actions = (
    <>
      {brings ? <PracticeButton listening={!adding} /> : null}
      <WatchedLink />
      {brings ? <NewBatch onFiles={() => setAdding(true)} /> : null}
    </>
  );
  return (
    <>
      <ScreenHead title={t('screen.batches')} actions={actions} />
      <div className={styles.body}>
        <WatchedNotice />
        {batches.isPending ? <Loading /> : null}
        {batches.isError ? <TroubleNotice error={batches.error} onRetry={() => void batches.refetch()} /> : null}
        {batches.data?.length === 0 ? <Empty title={t('batches.empty')} help={t('batches.emptyHelp')} /> : null}
        {batches.data === undefined || batches.data.length === 0 ? null : (
          <FoundBatches batches={batches.data} listening={!adding} />
        )}
      </div>
      {adding ? <NewBatchDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function WatchedLink() {
  const { t } = useTranslation();
  return (
    <Button component="a" variant="default" href={formatRoute({ screen: 'watched' })} rightSection={<Key name="F7" />}>
      {t('watched.open')}
    </Button>
  );
}

/** The two ways that people bring paper in. */
function NewBatch({ onFiles }: { readonly onFiles: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Button component="a" href={formatRoute({ screen: 'scan', batchId: null })} rightSection={<Key name="F2" />}>
        {t('scan.title')}
      </Button>
      <Button variant="default" rightSection={<Key name="F4" />} onClick={onFiles}>
        {t('batches.newFromFiles')}
      </Button>
    </>
  );
}

interface FoundBatchesProps {
  readonly batches: readonly Batch[];
  readonly listening: boolean;
}

function FoundBatches({ batches, listening }: FoundBatchesProps) {
  const { t } = useTranslation();
  const { heldFilter } = useServices();
  const navigate = useNavigate();
  const [filter, setFilter] = useState(heldFilter.read);
  const found = batchesFound(batches, filter);
  return (
    <>
      <BatchFilters
        {...{ filter, listening }}
        found={found.length}
        total={batches.length}
        onChange={(next) => {
          heldFilter.note(next);
          setFilter(next);
        }}
        onOpenFirst={() => {
          const [first] = found;
          if (first !== undefined) navigate({ screen: 'batch', batchId: first.id });
        }}
      />
      {found.length === 0 ? <Empty title={t('batches.noneFound')} help={t('batches.noneFoundHelp')} /> : null}
      {found.length === 0 ? null : <BatchTable batches={found} />}
    </>
  );
}

function BatchTable({ batches }: { readonly batches: readonly Batch[] }) {
  const { t } = useTranslation();
  return (
    <TableFrame>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('batches.name')}</th>
            <th scope="col">{t('batches.created')}</th>
            <th scope="col">{t('batches.progress')}</th>
            <th scope="col" className={styles.number}>
              {t('batches.documents')}
            </th>
            <th scope="col" className={styles.number}>
              {t('batches.openFields')}
            </th>
            <th scope="col">{t('batches.state')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function BatchRow({ batch }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation();
  return (
    <tr className={styles.row}>
      <td className={styles.nameCell}>
        <a className={styles.link} href={formatRoute({ screen: 'batch', batchId: batch.id })}>
          {batch.name}
        </a>
      </td>
      <td className={styles.created}>
        {formatInstant(batch.createdAt, i18n.language)}
        <span className={styles.creator}>
          {batch.createdBy === machineActor ? t('batches.byItself') : t('batches.by', { name: batch.createdBy })}
        </span>
      </td>
      <td className={styles.progressCell}>
        <ReadingProgress name={batch.name} progress={batch.progress} />
      </td>
      <td className={styles.number}>{countDocuments(batch.progress)}</td>
      <td className={styles.number}>{batch.progress.doubts}</td>
      <td>
        <StageStatus {...batch} />
      </td>
    </tr>
  );
}
