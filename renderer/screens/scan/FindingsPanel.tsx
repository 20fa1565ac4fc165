import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageSummary } from '../../../contract/batch.ts';
import type { ScanView } from '../../../contract/capture.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { pagesOfSheet } from './pages-of-sheet.ts';
import styles from './scan.module.css';

/** Pages that had better be scanned again while the paper is at hand, the last one first. */
export function FindingsPanel({ view }: { readonly view: ScanView }) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const { batchId, quality } = view;
  const flagged = useQuery({ ...queries.flagged(batchId, quality.flagged), enabled: quality.flagged > 0 });
  const rescan = useMutation({
    mutationFn: async (pageId: string) => {
      const pageIds = await pagesOfSheet(station, batchId, pageId);
      return await station.scans.rescan({ batchId, place: { kind: 'replace', pageIds } });
    },
  });
  useAnnounceFindings(flagged.data ?? []);
  if (quality.flagged === 0) return null;
  const isIdle = view.state === 'stopped' || view.state === 'finished';
  return (
    <Panel
      title={t('scan.findings')}
      detail={<span className={styles.help}>{t('scan.findingsCount', { count: quality.flagged })}</span>}
    >
      {flagged.isError ? <TroubleNotice error={flagged.error} onRetry={() => void flagged.refetch()} /> : null}
      {rescan.isError ? <TroubleNotice error={rescan.error} /> : null}
      {isIdle ? null : <p className={styles.findingsHelp}>{t('scan.rescanLater')}</p>}
      <ul className={styles.findings}>
        {(flagged.data ?? []).map((page) => (
          <Finding
            key={page.id}
            page={page}
            disabled={!isIdle || rescan.isPending}
            onRescan={() => rescan.mutate(page.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface FindingProps {
  readonly page: PageSummary;
  readonly disabled: boolean;
  onRescan(): void;
}

function Finding({ page, disabled, onRescan }: FindingProps) {
  const { t, i18n } = useTranslation();
  const { pictures } = useServices();
  const number = page.ordinal + 1;
  return (
    <li className={styles.finding}>
      <div className={styles.findingPicture}>
        <img src={pictures(page.id, 'thumbnail')} alt="" draggable={false} />
      </div>
      <div className={styles.findingText}>
        <strong>{t('batch.page', { number })}</strong>
        {page.quality?.notices.map(({ code, message }) => (
          <p key={code}>{textIn(i18n.language, message)}</p>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          aria-label={t('scan.rescanPage', { number })}
          onClick={onRescan}
        >
          {t('scan.rescan')}
        </Button>
      </div>
    </li>
  );
}

/** Says each new finding once, without waiting for anybody to look at the list. */
function useAnnounceFindings(flagged: readonly PageSummary[]): void {
  const { t, i18n } = useTranslation();
  const announce = useAnnounce();
  const said = useRef(new Set<string>());
  useEffect(() => {
    const fresh = flagged.filter(({ id }) => !said.current.has(id));
    for (const { id } of fresh) said.current.add(id);
    const [last] = fresh;
    const message = last?.quality?.notices.find(({ advice }) => advice === 'rescan')?.message;
    if (last === undefined || message === undefined) return;
    announce(`${t('batch.page', { number: last.ordinal + 1 })}: ${textIn(i18n.language, message)}`);
  }, [flagged, announce, t, i18n.language]);
}
