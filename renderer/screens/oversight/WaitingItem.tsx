import { useTranslation } from 'react-i18next';
import type { WaitingDocument } from '../../../contract/work.ts';
import { formatInstant } from '../../ui/dates.ts';
import { documentStateLook } from '../../ui/document-state.ts';
import { Status } from '../../ui/Status.tsx';
import styles from './oversight.module.css';
import { useFormTitle } from './use-form-title.ts';

export interface WaitingItemProps {
  readonly id: string;
  readonly waiting: WaitingDocument;
  readonly current: boolean;
  onChoose(): void;
}

/** One document that waits: what it is, since when, and what was arranged about it. */
export function WaitingItem({ id, waiting, current, onChoose }: WaitingItemProps) {
  const { t, i18n } = useTranslation();
  const titleOf = useFormTitle();
  const { document, batchName, waitingSince, urgent, assignedTo, postponed, holder } = waiting;
  const write = (instant: string): string => formatInstant(instant, i18n.language);
  return (
    // The list around it hears the keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its active item
    <div id={id} className={styles.item} role="option" aria-selected={current} onClick={onChoose}>
      <span className={styles.itemTitle}>
        {document.ordinal + 1}. {titleOf(document.form)}
      </span>
      <span className={styles.soft}>{batchName}</span>
      <Status {...documentStateLook[document.state]}>{t(`documentState.${document.state}`)}</Status>
      <span className={styles.soft}>{t('oversight.since', { when: write(waitingSince) })}</span>
      {urgent ? (
        <Status tone="wrong" icon="warning">
          {t('oversight.isUrgent')}
        </Status>
      ) : null}
      {assignedTo === null ? null : (
        <Status tone="muted" icon="person">
          {t('oversight.assignedTo', { name: assignedTo.name })}
        </Status>
      )}
      {holder === null ? null : (
        <Status tone="doubt" icon="person">
          {t(holder.away ? 'oversight.heldAway' : 'oversight.held', { name: holder.name })}
        </Status>
      )}
      {postponed === null ? null : (
        <Status tone="muted" icon="wait">
          {t('oversight.postponed', { when: write(postponed.until), reason: postponed.reason })}
        </Status>
      )}
    </div>
  );
}
