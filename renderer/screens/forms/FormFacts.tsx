import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormSummary, formFieldKindSchema } from '../../../contract/form.ts';
import { textIn } from '../../app/i18n.ts';
import styles from './forms.module.css';

/** What the printed editions of a form are called, and how many pages it has. */
export function FormEditions({ form: { editions, pages } }: { readonly form: FormSummary }) {
  const { t, i18n } = useTranslation();
  if (pages === null) return <span className={styles.soft}>{t('forms.byLabels')}</span>;
  return (
    <>
      {editions.map((edition) => {
        const title = textIn(i18n.language, edition);
        return (
          <span key={title} className={styles.line}>
            {title}
          </span>
        );
      })}
      <span className={styles.under}>{t('forms.pages', { count: pages })}</span>
    </>
  );
}

/** How many fields a form has, and of what kind. */
export function FormFields({ form: { fields } }: { readonly form: FormSummary }) {
  const { t } = useTranslation();
  const counts = formFieldKindSchema.options.flatMap((kind) => {
    const count = fields[kind];
    return count === undefined ? [] : [{ count, text: t(`forms.kinds.${kind}`, { count }) }];
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {t('forms.fields', { count: total })}
      <span className={styles.under}>
        {counts.map(({ text }, index) => (
          <Fragment key={text}>
            {index === 0 ? null : ', '}
            <span className={styles.whole}>{text}</span>
          </Fragment>
        ))}
      </span>
    </>
  );
}
