import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceKind } from '../../../contract/shell.ts';
import { useServices } from '../../app/services.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './BatchesScreen.module.css';
import { nameOfPath } from './new-batch.ts';

export interface SourceChooserProps {
  readonly paths: readonly string[];
  readonly mistake: string | null;
  onAdd(paths: readonly string[]): void;
  onRemove(path: string): void;
}

/** Files and folders for a batch, chosen in the system's own dialog. */
export function SourceChooser({ paths, mistake, onAdd, onRemove }: SourceChooserProps) {
  const { t } = useTranslation();
  const { shell } = useServices();
  const choose = async (kind: SourceKind): Promise<void> => onAdd(await shell.chooseSources(kind));
  return (
    <fieldset className={styles.sources}>
      <legend>{t('batches.sources')}</legend>
      <div className={styles.choosers}>
        <Button variant="default" data-autofocus onClick={() => void choose('folder')}>
          {t('batches.chooseFolder')}
        </Button>
        <Button variant="default" onClick={() => void choose('files')}>
          {t('batches.chooseFiles')}
        </Button>
      </div>
      <p className={styles.help} aria-live="polite">
        {paths.length === 0 ? t('batches.sourcesHelp') : t('batches.chosen', { count: paths.length })}
      </p>
      {paths.length === 0 ? null : (
        <ul className={styles.paths}>
          {paths.map((path) => (
            <li key={path} className={styles.path} title={path}>
              <Icon name="file" />
              <span className={styles.pathName}>{nameOfPath(path)}</span>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('batches.remove', { name: nameOfPath(path) })}
                onClick={() => onRemove(path)}
              >
                <Icon name="remove" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {mistake === null ? null : (
        <p className={styles.mistake} role="alert">
          {mistake}
        </p>
      )}
    </fieldset>
  );
}
