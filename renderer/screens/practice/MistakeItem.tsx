import { useQuery } from '@tanstack/react-query';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Field, Value } from '../../../contract/document.ts';
import type { PracticeMistake, PracticeTrap } from '../../../contract/practice.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { placeOfField } from '../../canvas/picture.ts';
import { Snippet } from '../../canvas/Snippet.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { shownValue } from '../../ui/value-text.ts';
import styles from './practice.module.css';

const outcomes: Readonly<Record<PracticeMistake['outcome'], ParseKeys>> = {
  'wrong-confirmed': 'practice.outcome.wrongConfirmed',
  'wrong-keyed': 'practice.outcome.wrongKeyed',
  'called-unreadable': 'practice.outcome.calledUnreadable',
  'called-empty': 'practice.outcome.calledEmpty',
  guessed: 'practice.outcome.guessed',
};

const traps: Readonly<Record<PracticeTrap, ParseKeys>> = {
  unreadable: 'practice.trap.unreadable',
  'left-empty': 'practice.trap.leftEmpty',
  'wrong-on-paper': 'practice.trap.wrongOnPaper',
  'cancelled-mark': 'practice.trap.cancelledMark',
};

/** A field that did not come out right: its place on the paper, what was said and what stands there. */
export function MistakeItem({ mistake }: { readonly mistake: PracticeMistake }) {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const document = useQuery(queries.document(mistake.documentId));
  const field = document.data?.fields.find(({ pointer }) => pointer === mistake.pointer);
  if (document.data === undefined || field === undefined) return <li>{document.isPending ? <Loading /> : null}</li>;
  const title = textIn(i18n.language, field.title);
  const place = placeOfField(field, document.data.pageList);
  return (
    <li className={styles.mistake}>
      <div className={styles.mistakeText}>
        <h3>{title}</h3>
        <p>{t(outcomes[mistake.outcome])}</p>
        {mistake.trap === null ? null : <p className={styles.soft}>{t(traps[mistake.trap])}</p>}
        <dl className={styles.values}>
          <dt>{t('practice.given')}</dt>
          <dd>{wordsFor(field, mistake.given)}</dd>
          <dt>{t('practice.expected')}</dt>
          <dd>{mistake.trap === 'unreadable' ? t('practice.cannotBeRead') : wordsFor(field, mistake.expected)}</dd>
        </dl>
      </div>
      <div className={styles.snippet}>
        {place === null ? null : <Snippet place={place} zoom={1} label={t('verify.zone', { field: title })} />}
      </div>
    </li>
  );

  function wordsFor({ editor, verification }: Field, value: Value): string {
    const shown = shownValue(editor, value, { yes: t('field.yes'), no: t('field.no') }, i18n.language);
    if (shown !== '') return shown;
    const saidUnreadable = value === mistake.given && verification?.verdict === 'unreadable';
    return saidUnreadable ? t('field.unreadable') : t('field.empty');
  }
}
