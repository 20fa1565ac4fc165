import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../contract/audit.ts';
import { useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import styles from './audit.module.css';
import { EventTable } from './EventTable.tsx';

const everything: AuditFilter = { accountId: null, subjectId: null, from: null, to: null, before: null };

/** Who looked at and changed what, the newest first, and whether the log itself is whole. */
export function AuditScreen() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [filter, setFilter] = useState(everything);
  const page = useQuery(queries.audit(filter));
  const oldest = page.data?.events.at(-1)?.seq ?? null;
  return (
    <>
      <ScreenHead title={t('screen.audit')} />
      <div className={styles.body}>
        <AuditCheck />
        <AuditFilters filter={filter} onChange={setFilter} />
        {page.isPending ? <Loading /> : null}
        {page.isError ? <TroubleNotice error={page.error} onRetry={() => void page.refetch()} /> : null}
        <div className={styles.pages}>
          <Button
            variant="default"
            disabled={filter.before === null}
            onClick={() => setFilter({ ...filter, before: null })}
          >
            {t('audit.newest')}
          </Button>
          <Button
            variant="default"
            disabled={page.data?.more !== true}
            onClick={() => setFilter({ ...filter, before: oldest })}
          >
            {t('audit.older')}
          </Button>
        </div>
        {page.data === undefined ? null : (
          <EventTable
            events={page.data.events}
            onOnlyThis={(subjectId) => setFilter({ ...filter, subjectId, before: null })}
          />
        )}
      </div>
    </>
  );
}

/** Has the station check the whole log, and tells what it finds. */
function AuditCheck() {
  const { t } = useTranslation();
  const { station } = useStation();
  const check = useMutation({ mutationFn: () => station.audit.verify() });
  return (
    <div className={styles.check}>
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {t('audit.verify')}
      </Button>
      {check.isError ? <TroubleNotice error={check.error} onRetry={() => check.mutate()} /> : null}
      {check.data === undefined ? null : check.data.faults.length === 0 ? (
        <Notice tone="sure" role="status">
          {t('audit.intact', { count: check.data.events })}
          <p>
            {t('audit.end')} <code className={styles.end}>{check.data.end}</code>
          </p>
        </Notice>
      ) : (
        <Notice tone="wrong" role="alert">
          <span>{t('audit.notIntact')}</span>
          <ul>
            {check.data.faults.map(({ seq, fault }) => (
              <li key={`${seq} ${fault}`}>{t('audit.fault', { seq, fault: t(`audit.faults.${fault}`) })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
