import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './oversight.module.css';
import { SamplingDialog } from './SamplingDialog.tsx';
import { percentText, type SamplingRow, samplingRows } from './sampling-rows.ts';

/** How many sure fields are asked all the same and when a batch goes back; who may, changes it for a profile, form or field. */
export function SamplingPanel() {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const may = useMay();
  const settings = useQuery(queries.sampling());
  // `new` for a form or field that has no line yet.
  const [changing, setChanging] = useState<SamplingRow | 'new' | null>(null);
  const adding = may('sampling.choose') ? (
    <Button size="compact-sm" variant="default" onClick={() => setChanging('new')}>
      {t('sampling.add')}
    </Button>
  ) : null;
  return (
    <Panel title={t('sampling.title')} detail={adding} className={styles.wide}>
      <p className={styles.help}>{t('sampling.help')}</p>
      {settings.isPending ? <Loading /> : null}
      {settings.isError ? <TroubleNotice error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {settings.data === undefined ? null : (
        <SamplingTable rows={samplingRows(settings.data, i18n.language)} onChange={setChanging} />
      )}
      {settings.data === undefined || changing === null ? null : (
        <SamplingDialog
          settings={settings.data}
          row={changing === 'new' ? null : changing}
          onClose={() => setChanging(null)}
        />
      )}
    </Panel>
  );
}

interface SamplingTableProps {
  readonly rows: readonly SamplingRow[];
  onChange(row: SamplingRow): void;
}

function SamplingTable({ rows, onChange }: SamplingTableProps) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const percent = (share: number) => t('sampling.percent', { percent: percentText(share, i18n.language) });
  return (
    <div className={styles.settings}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sampling.scope')}</th>
            <th scope="col" data-number>
              {t('sampling.rate')}
            </th>
            <th scope="col" data-number>
              {t('sampling.limit')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td data-number>{percent(row.plan.sampleRate)}</td>
              <td data-number>{percent(row.plan.errorLimit)}</td>
              <td className={styles.settingEnd}>
                <span className={styles.soft}>{t(row.chosen ? 'sampling.chosen' : 'sampling.shipped')}</span>
                {may('sampling.choose') ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('sampling.changeOf', { name: row.name })}
                    onClick={() => onChange(row)}
                  >
                    {t('sampling.change')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
