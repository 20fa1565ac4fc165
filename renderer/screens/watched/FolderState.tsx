import { useTranslation } from 'react-i18next';
import type { WaitingFiles, WatchedFolder } from '../../../contract/watched-folder.ts';
import { textIn } from '../../app/i18n.ts';
import { Status } from '../../ui/Status.tsx';
import styles from './watched.module.css';

/** How a folder is, and what to do where it is not well. */
export function FolderState({ folder: { paused, trouble, waiting } }: { readonly folder: WatchedFolder }) {
  const { t, i18n } = useTranslation();
  if (paused) {
    return (
      <div className={styles.state}>
        <Status tone="muted" icon="wait">
          {t('watched.isPaused')}
        </Status>
        <p>{t('watched.pausedHelp')}</p>
      </div>
    );
  }
  if (trouble !== null) {
    return (
      <div className={styles.state}>
        <Status tone="wrong" icon="warning">
          {t('watched.isTroubled')}
        </Status>
        <p>{textIn(i18n.language, trouble.message)}</p>
      </div>
    );
  }
  return (
    <div className={styles.state}>
      <Status tone="sure" icon="sure">
        {t('watched.isWatched')}
      </Status>
      {waiting.map((files) => (
        <Waiting key={files.code} files={files} />
      ))}
    </div>
  );
}

function Waiting({ files: { message, count, names } }: { readonly files: WaitingFiles }) {
  const { t, i18n } = useTranslation();
  const more = count - names.length;
  const listed = names.join(', ');
  return (
    <>
      <Status tone="doubt" icon="warning">
        {t('watched.isWaiting', { count })}
      </Status>
      <p>
        {textIn(i18n.language, message)}{' '}
        <span className={styles.names}>
          {more === 0
            ? t('watched.files', { names: listed })
            : t('watched.filesAndMore', { names: listed, count: more })}
        </span>
      </p>
    </>
  );
}
