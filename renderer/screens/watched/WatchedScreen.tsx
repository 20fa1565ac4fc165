import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '../../../contract/watched-folder.ts';
import { formatRoute } from '../../app/route.ts';
import { useMay } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { AddFolderDialog } from './AddFolderDialog.tsx';
import { FolderTable } from './FolderTable.tsx';
import { addKey } from './keys.ts';
import { RemoveFolderDialog } from './RemoveFolderDialog.tsx';
import { useWatchedFolders } from './use-watched-folders.ts';
import styles from './watched.module.css';

type OpenDialog = { readonly kind: 'add' } | { readonly kind: 'remove'; readonly folder: WatchedFolder };

/** The folders that network scanners write into, each with how it is. Everybody sees them; supervisors arrange them. */
export function WatchedScreen() {
  const { t } = useTranslation();
  const { folders, trouble } = useWatchedFolders();
  const arranges = useMay()('watchedFolders.add');
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const open = (wanted: OpenDialog): void => {
    setTold(null);
    setDialog(wanted);
  };
  const close = (): void => setDialog(null);
  const done = (text: string): void => {
    setTold(text);
    close();
  };
  const add = (): void => open({ kind: 'add' });
  useScreenKey(addKey, add, arranges && dialog === null);
  const count = folders?.length ?? 0;
  // A folder that is removed takes the button along that had the focus.
  useEffect(() => {
    if (told !== null && count >= 0 && document.activeElement === document.body) addButton.current?.focus();
  }, [told, count]);
  const path = [{ title: t('screen.batches'), address: formatRoute({ screen: 'batches' }) }];
  const action = arranges ? (
    <Button ref={addButton} rightSection={<Key name={addKey} />} onClick={add}>
      {t('watched.add')}
    </Button>
  ) : null;
  return (
    <>
      <ScreenHead title={t('screen.watched')} path={path} actions={action} />
      <div className={styles.body}>
        {trouble === null ? null : <TroubleNotice error={trouble} />}
        {told === null ? null : (
          <Notice tone="sure" role="status">
            {told}
          </Notice>
        )}
        {folders === null ? <Loading /> : null}
        {folders?.length === 0 ? <NoFolder arranges={arranges} /> : null}
        {folders === null || folders.length === 0 ? null : (
          <>
            <p className={styles.help}>{t('watched.help')}</p>
            <FolderTable folders={folders} onRemove={(folder) => open({ kind: 'remove', folder })} />
          </>
        )}
      </div>
      {dialog?.kind === 'add' ? <AddFolderDialog onClose={close} onDone={done} /> : null}
      {dialog?.kind === 'remove' ? <RemoveFolderDialog folder={dialog.folder} onClose={close} onDone={done} /> : null}
    </>
  );
}

function NoFolder({ arranges }: { readonly arranges: boolean }) {
  const { t } = useTranslation();
  return (
    <Empty title={t('watched.empty')} help={t('watched.emptyHelp')}>
      {arranges ? null : <p>{t('watched.emptyAsk')}</p>}
    </Empty>
  );
}
