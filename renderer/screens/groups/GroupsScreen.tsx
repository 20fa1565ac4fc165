import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../../contract/verification-aids.ts';
import { formatRoute } from '../../app/route.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './groups.module.css';
import { useGroupName } from './use-group-name.ts';
import { Wall } from './Wall.tsx';

/** The same doubt of many documents at once: groups on one side, the snippets of one of them on the other. */
export function GroupsScreen({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const path = useBatchPath(batchId);
  const groups = useQuery(queries.groups(batchId));
  const [chosen, setChosen] = useState<{ readonly key: string | null; readonly at: number }>({ key: null, at: 0 });
  if (groups.isError) return <TroubleNotice error={groups.error} onRetry={() => void groups.refetch()} />;
  if (groups.data === undefined) return <Loading />;
  const found = groups.data.findIndex(({ key }) => key === chosen.key);
  // A group that is done is gone: the one after it has taken its place.
  const at = found >= 0 ? found : Math.min(chosen.at, Math.max(0, groups.data.length - 1));
  const group = groups.data[at];
  const goTo = (index: number): void => {
    const key = groups.data[index]?.key;
    if (key !== undefined) setChosen({ key, at: index });
  };
  return (
    <div className={styles.screen}>
      <ScreenHead title={t('screen.groups')} path={path} />
      {group === undefined ? (
        <Empty title={t('groups.none')} help={t('groups.noneHelp')}>
          <a href={formatRoute({ screen: 'verify', batchId, documentId: null })}>{t('batch.verify')}</a>
        </Empty>
      ) : (
        <div className={styles.body}>
          <nav className={styles.list} aria-label={t('groups.list')}>
            {groups.data.map((one, index) => (
              <GroupButton key={one.key} group={one} chosen={one === group} onChoose={() => goTo(index)} />
            ))}
          </nav>
          <Wall key={group.key} batchId={batchId} group={group} onTurn={(steps) => goTo(at + steps)} />
        </div>
      )}
    </div>
  );
}

interface GroupButtonProps {
  readonly group: Group;
  readonly chosen: boolean;
  onChoose(): void;
}

function GroupButton({ group, chosen, onChoose }: GroupButtonProps) {
  const { t } = useTranslation();
  const name = useGroupName(group);
  return (
    <button type="button" className={styles.group} aria-current={chosen} onClick={onChoose}>
      <span className={styles.groupName}>{name}</span>
      <span className={styles.soft}>{t('groups.count', { count: group.members.length })}</span>
    </button>
  );
}
