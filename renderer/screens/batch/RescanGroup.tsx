import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Rescan } from '../../../contract/rescan.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { useServices } from '../../app/services.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Status } from '../../ui/Status.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { pagesOfSheet } from '../scan/pages-of-sheet.ts';
import { RescanReasonText } from '../verify/RescanNotice.tsx';
import { VerifyAnyway } from '../verify/VerifyAnyway.tsx';
import styles from './BatchScreen.module.css';

/** Documents that wait for pages to be scanned again, each with the reason and the ways on. */
export function RescanGroup({ batchId, rescans }: { readonly batchId: string; readonly rescans: readonly Rescan[] }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const isScanned = useQuery(queries.scan(batchId)).data != null;
  const may = useMay();
  const scan = useScanAgain(batchId);
  const waiting = rescans.filter(({ renewing }) => !renewing);
  const isOffered = isScanned && waiting.length > 1 && may('scans.rescan');
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <h3>
          <Status tone="wrong" icon="warning">
            {t('rescan.count', { count: rescans.length })}
          </Status>
        </h3>
        {isOffered ? (
          <Button size="compact-sm" variant="default" loading={scan.isPending} onClick={() => scan.mutate(waiting)}>
            {t('rescan.scanAll')}
          </Button>
        ) : null}
      </div>
      {scan.isError ? <TroubleNotice error={scan.error} /> : null}
      <ul className={styles.troubles}>
        {rescans.map((rescan) => (
          <RescanEntry key={rescan.document.id} {...{ batchId, rescan, isScanned }} />
        ))}
      </ul>
    </div>
  );
}

/** As many as one order to the scanner takes. */
const mostPages = 100;

/** Takes the sheets of documents from the scanner, in the order in which they lie in the pile. */
function useScanAgain(batchId: string) {
  const { t } = useTranslation();
  const { station } = useServices();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: async (rescans: readonly Rescan[]) => {
      const wanted = rescans.flatMap(({ pages }) => pages.map(({ page }) => page.id));
      const sheets = await Promise.all(wanted.map((pageId) => pagesOfSheet(station, batchId, pageId)));
      const pageIds = [...new Set(sheets.flat())].slice(0, mostPages);
      return await station.scans.rescan({ batchId, place: { kind: 'replace', pageIds } });
    },
    onSuccess: () => announce(t('rescan.taken')),
  });
}

interface RescanEntryProps {
  readonly batchId: string;
  readonly rescan: Rescan;
  /** Whether the pile came from a scanner, which can be asked again. */
  readonly isScanned: boolean;
}

function RescanEntry({ batchId, rescan, isScanned }: RescanEntryProps) {
  const { t, i18n } = useTranslation();
  const { station, shell } = useServices();
  const may = useMay();
  const announce = useAnnounce();
  const { document, pages, renewing } = rescan;
  const pageIds = pages.map(({ page }) => page.id);
  const number = document.ordinal + 1;
  const scan = useScanAgain(batchId);
  const replace = useMutation({
    mutationFn: async (paths: readonly string[]) => {
      for (const [index, path] of paths.entries()) {
        const pageId = pageIds[index];
        if (pageId !== undefined) await station.piles.replaceWithFile({ batchId, pageId, path });
      }
    },
    onSuccess: () => announce(t('rescan.taken')),
  });
  const chooseFiles = async (): Promise<void> => {
    const paths = await shell.chooseSources('files');
    if (paths.length > 0) replace.mutate(paths);
  };
  const trouble = scan.error ?? replace.error;
  const [first] = pageIds;
  const ways = (
    <span className={styles.ways}>
      {isScanned && may('scans.rescan') ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('rescan.scanOf', { number })}
          loading={scan.isPending}
          onClick={() => scan.mutate([rescan])}
        >
          {t('rescan.scan')}
        </Button>
      ) : null}
      {may('piles.replaceWithFile') ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('rescan.fileOf', { number })}
          loading={replace.isPending}
          onClick={() => void chooseFiles()}
        >
          {t('rescan.file')}
        </Button>
      ) : null}
      <VerifyAnyway document={document} />
      <a
        href={formatRoute({ screen: 'pile', batchId, ...(first !== undefined && { pageId: first }) })}
        aria-label={t('rescan.inPileOf', { number })}
      >
        {t('rescan.inPile')}
      </a>
    </span>
  );
  return (
    <li className={styles.rescan}>
      <span className={styles.troubleName}>
        {t('rescan.document', {
          number,
          form: document.form === null ? t('batch.unknownForm') : textIn(i18n.language, document.form.title),
        })}
      </span>
      <span className={styles.reason}>
        <RescanReasonText rescan={rescan} />
      </span>
      {renewing ? <span className={styles.soft}>{t('rescan.renewing')}</span> : ways}
      {trouble === null ? null : <TroubleNotice error={trouble} />}
    </li>
  );
}
