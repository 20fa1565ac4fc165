import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BatchProgress, PageSummary, Source } from '../../../contract/batch.ts';
import { textIn } from '../../app/i18n.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Status } from '../../ui/Status.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './BatchScreen.module.css';
import { RescanGroup } from './RescanGroup.tsx';

export interface AttentionPanelProps {
  readonly batchId: string;
  readonly progress: BatchProgress;
}

/**
 * Files that were not taken in, pages that could not be read and documents that wait for their paper, each with its reason. Absent when there are none: then
 * nothing is asked for, as the lists of a scanned pile are long.
 */
export function AttentionPanel({ batchId, progress }: AttentionPanelProps) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const anySource = progress.refused + progress.duplicates > 0;
  const anyPage = progress.pagesQuarantined > 0;
  const sources = useQuery({ ...queries.sources(batchId), enabled: anySource }).data ?? [];
  const pages = useQuery({ ...queries.pages(batchId), enabled: anyPage }).data ?? [];
  const anyRescan = (progress.documents.rescan ?? 0) > 0;
  const rescans = useQuery({ ...queries.rescans(batchId), enabled: anyRescan }).data ?? [];
  const waiting = anyRescan ? rescans : [];
  const refused = sources.filter((source) => source.state === 'refused');
  const duplicates = sources.filter((source) => source.state === 'duplicate');
  const quarantined = pages.filter((page) => page.state === 'quarantined');
  if (refused.length + duplicates.length + quarantined.length + waiting.length === 0) return null;
  return (
    <Panel title={t('batch.attention')} detail={<span className={styles.soft}>{t('batch.attentionHelp')}</span>}>
      <div className={styles.attention}>
        {waiting.length === 0 ? null : <RescanGroup batchId={batchId} rescans={waiting} />}
        {refused.length === 0 ? null : (
          <SourceGroup title={t('batch.refused', { count: refused.length })} tone="wrong" sources={refused} />
        )}
        {quarantined.length === 0 ? null : <QuarantineGroup pages={quarantined} />}
        {duplicates.length === 0 ? null : (
          <SourceGroup title={t('batch.duplicates', { count: duplicates.length })} tone="muted" sources={duplicates} />
        )}
      </div>
    </Panel>
  );
}

interface SourceGroupProps {
  readonly title: string;
  readonly tone: 'wrong' | 'muted';
  readonly sources: readonly Source[];
}

function SourceGroup({ title, tone, sources }: SourceGroupProps) {
  const { i18n } = useTranslation();
  return (
    <div className={styles.group}>
      <h3>
        <Status tone={tone} icon={tone === 'wrong' ? 'warning' : 'copy'}>
          {title}
        </Status>
      </h3>
      <ul className={styles.troubles}>
        {sources.map((source) => (
          <li key={source.id} className={styles.trouble}>
            <span className={styles.troubleName}>{source.name}</span>
            {source.reason === null ? null : (
              <span className={styles.reason} title={source.reason.detail}>
                {textIn(i18n.language, source.reason.message)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function QuarantineGroup({ pages }: { readonly pages: readonly PageSummary[] }) {
  const { t, i18n } = useTranslation();
  const { station } = useStation();
  const may = useMay();
  const retry = useMutation({ mutationFn: (pageId: string) => station.batches.retryPage({ pageId }) });
  return (
    <div className={styles.group}>
      <h3>
        <Status tone="wrong" icon="warning">
          {t('batch.quarantined', { count: pages.length })}
        </Status>
      </h3>
      {retry.isError ? <TroubleNotice error={retry.error} /> : null}
      <ul className={styles.troubles}>
        {pages.map((page) => (
          <li key={page.id} className={styles.trouble}>
            <span className={styles.troubleName}>
              {t('batch.pageOfSource', { source: page.sourceName, number: page.index + 1 })}
            </span>
            <span className={styles.reason}>
              {page.quarantine === null ? null : textIn(i18n.language, page.quarantine.message)}
            </span>
            {may('batches.retryPage') ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('batch.retryPage', { number: page.ordinal + 1 })}
                loading={retry.isPending && retry.variables === page.id}
                onClick={() => retry.mutate(page.id)}
              >
                {t('batch.retry')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
