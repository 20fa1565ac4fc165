import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail, Field } from '../../../contract/document.ts';
import { useAccount, useStation } from '../../app/use-station.ts';
import { Key } from '../../ui/Keys.tsx';
import { keyName } from '../../ui/key-names.ts';
import { isBeingVerified } from '../verify/flow.ts';
import { verifyKeys } from '../verify/keys.ts';
import { type Situation, situationOf, strokesOf } from './notes.ts';
import styles from './practice.module.css';
import { rememberNote, seenNotes } from './seen-notes.ts';

export interface PracticeNoteProps {
  readonly document: DocumentDetail;
  /** The field at hand; null when every field has its word. */
  readonly field: Field | null;
}

/** Beside the field at hand, on practice piles only: why it is asked and which keys do what. */
export function PracticeNote({ document, field }: PracticeNoteProps) {
  const { queries } = useStation();
  const account = useAccount();
  const batch = useQuery(queries.batch(document.batchId));
  const situation = isBeingVerified(document) ? situationOf(field) : null;
  if (batch.data?.practice !== true || account === null || situation === null) return null;
  return <Note key={situation} situation={situation} accountId={account.id} />;
}

/** Told in full the first time, afterwards only when asked for. */
function Note({ situation, accountId }: { readonly situation: Situation; readonly accountId: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(() => !seenNotes(window.localStorage, accountId).has(situation));
  const hide = (): void => {
    rememberNote(window.localStorage, accountId, situation);
    setShown(false);
  };
  if (!shown) {
    return (
      <button type="button" className={styles.explain} onClick={() => setShown(true)}>
        {t('practice.noteShow')}
      </button>
    );
  }
  const lines = verifyKeys.filter(({ strokes }) => strokes.some((stroke) => strokesOf[situation].includes(stroke)));
  return (
    <aside className={styles.note} aria-label={t('practice.noteTitle')}>
      <h2>{t('practice.noteTitle')}</h2>
      <p>{t(`practice.note.${situation}`)}</p>
      <ul className={styles.noteKeys}>
        {lines.map(({ strokes, meaning }) => (
          <li key={meaning}>
            {strokes.map((stroke) => (
              <Key key={stroke} name={keyName(stroke, t)} />
            ))}{' '}
            {t(meaning)}
          </li>
        ))}
      </ul>
      <button type="button" className={styles.explain} onClick={hide}>
        {t('practice.noteHide')}
      </button>
    </aside>
  );
}
