import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../contract/document.ts';
import { textIn } from '../app/i18n.ts';
import { useStation } from '../app/use-station.ts';
import { formatInstant } from './dates.ts';
import styles from './ui.module.css';

export interface CommentsProps {
  readonly documentId: string;
  readonly fields: readonly Field[];
}

/** What people noted on a document, each with its field; nothing where there is none. */
export function Comments({ documentId, fields }: CommentsProps) {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const comments = useQuery(queries.comments(documentId)).data ?? [];
  if (comments.length === 0) return null;
  const titleOf = (pointer: string | null): string => {
    const field = fields.find((one) => one.pointer === pointer);
    return field === undefined ? t('comments.document') : textIn(i18n.language, field.title);
  };
  return (
    <section className={styles.comments} aria-label={t('comments.title')}>
      <ul>
        {comments.map(({ id, pointer, text, by, at }) => (
          <li key={id}>
            <strong>{titleOf(pointer)}</strong> {text}{' '}
            <span className={styles.commentBy}>
              {t('comments.said', { name: by, when: formatInstant(at, i18n.language) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
