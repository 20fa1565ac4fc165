import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { AddFormDialog } from './AddFormDialog.tsx';
import { FormTable } from './FormTable.tsx';
import styles from './forms.module.css';
import { OwnListsPanel } from './OwnListsPanel.tsx';

/** The forms that the station recognises, and the lists by which it checks what it reads. */
export function FormsScreen() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const forms = useQuery(queries.forms());
  const mayAdd = useMay()('forms.add');
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  useScreenKey('F4', () => setAdding(true), mayAdd && !adding);
  const actions = mayAdd ? (
    <Button rightSection={<Key name="F4" />} onClick={() => setAdding(true)}>
      {t('forms.add')}
    </Button>
  ) : null;
  const help = <span className={styles.soft}>{t('forms.help')}</span>;
  return (
    <>
      <ScreenHead title={t('screen.forms')} detail={help} actions={actions} />
      <div className={styles.body}>
        {told === null ? null : (
          <Notice tone="sure" role="status">
            {told}
          </Notice>
        )}
        {forms.isPending ? <Loading /> : null}
        {forms.isError ? <TroubleNotice error={forms.error} onRetry={() => void forms.refetch()} /> : null}
        {forms.data?.length === 0 ? <Empty title={t('forms.empty')} /> : null}
        {forms.data === undefined || forms.data.length === 0 ? null : <FormTable forms={forms.data} onTold={setTold} />}
        <OwnListsPanel />
        {mayAdd ? null : <Notice tone="muted">{t('forms.onlyAdministrator')}</Notice>}
      </div>
      {adding ? <AddFormDialog onClose={() => setAdding(false)} onAdded={setTold} /> : null}
    </>
  );
}
