import { useTranslation } from 'react-i18next';
import type { PilePage } from '../../../contract/pile.ts';
import { useServices } from '../../app/services.ts';
import { Key } from '../../ui/Keys.tsx';
import styles from './pile.module.css';

export interface PageVersionsProps {
  /** The page under the cursor and what it took the place of, the oldest first. */
  readonly versions: readonly PilePage[];
  readonly shown: PilePage;
}

/** The pictures that a page has had, the one that is shown marked: what was replaced can always be looked at. */
export function PageVersions({ versions, shown }: PageVersionsProps) {
  const { t } = useTranslation();
  const { pictures } = useServices();
  return (
    <div className={styles.versions}>
      <ol aria-label={t('pile.versions')}>
        {versions.map(({ id }, index) => (
          <li key={id} aria-current={id === shown.id}>
            <img src={pictures(id, 'thumbnail')} alt="" draggable={false} />
            {index === versions.length - 1 ? t('pile.versionNow') : t('pile.versionBefore', { number: index + 1 })}
          </li>
        ))}
      </ol>
      <Key name="O" />
    </div>
  );
}
