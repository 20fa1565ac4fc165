import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './watched.module.css';

export interface FolderChooserProps {
  /** Null until one is chosen. */
  readonly path: string | null;
  /** Files that lie in it already; undefined until the station has said so. */
  readonly files: number | undefined;
  /** Why the station does not take it. */
  readonly refusal: Error | null;
  readonly mistake: string | null;
  onChoose(path: string): void;
}

/** The folder, chosen in the system's own dialog, and what the station says of it. */
export function FolderChooser({ path, files, refusal, mistake, onChoose }: FolderChooserProps) {
  const { t } = useTranslation();
  const { shell } = useServices();
  const choose = async (): Promise<void> => {
    const [chosen] = await shell.chooseSources('folder');
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <fieldset className={styles.chooser}>
      <legend>{t('watched.folder')}</legend>
      {path === null ? (
        <p className={styles.soft}>{t('watched.chooseHelp')}</p>
      ) : (
        <p className={styles.path}>
          <Icon name="folder" />
          <span>{path}</span>
        </p>
      )}
      <div>
        <Button variant="default" data-autofocus onClick={() => void choose()}>
          {t(path === null ? 'watched.choose' : 'watched.chooseAnother')}
        </Button>
      </div>
      {refusal === null ? null : (
        <TroubleNotice error={refusal} onRetry={path === null ? undefined : () => onChoose(path)} />
      )}
      {files === undefined ? null : (
        <Notice tone={files === 0 ? 'sure' : 'doubt'} role="status">
          {files === 0 ? t('watched.holdsNothing') : t('watched.holds', { count: files })}
        </Notice>
      )}
      {mistake === null ? null : (
        <p className={styles.mistake} role="alert">
          {mistake}
        </p>
      )}
    </fieldset>
  );
}
