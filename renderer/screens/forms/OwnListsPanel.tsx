import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './forms.module.css';
import { OwnList } from './OwnList.tsx';

/** The lists that the municipality brought, or may bring. */
export function OwnListsPanel() {
  const { t } = useTranslation();
  const { queries } = useStation();
  const lists = useQuery(queries.ownLists());
  return (
    <Panel title={t('lists.title')}>
      {lists.isPending ? <Loading /> : null}
      {lists.isError ? <TroubleNotice error={lists.error} onRetry={() => void lists.refetch()} /> : null}
      <div className={styles.lists}>
        {lists.data?.map((list) => (
          <OwnList key={list.id} list={list} />
        ))}
      </div>
    </Panel>
  );
}
