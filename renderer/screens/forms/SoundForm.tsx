import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormCheck } from '../../../contract/form.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { Findings } from './Findings.tsx';
import { FormEditions, FormFields } from './FormFacts.tsx';
import styles from './forms.module.css';

export interface SoundFormProps {
  readonly found: Extract<FormCheck, { kind: 'sound' }>;
  readonly running: boolean;
  /** What kept the form from being taken in; null where nothing did. */
  readonly trouble: unknown;
  onTake(): void;
}

/** A form that can be taken in, as it would be: what it is, what it asks for, and its empty page. */
export function SoundForm({ found, running, trouble, onTake }: SoundFormProps) {
  const { t, i18n } = useTranslation();
  const { pictures } = useServices();
  const { form, standing, pictureId, findings } = found;
  const title = textIn(i18n.language, form.title);
  const isFree = standing === 'new' || standing === 'replaces';
  const take = useRef<HTMLButtonElement>(null);
  // The next thing to do is at hand, and Enter does it.
  useEffect(() => take.current?.focus(), []);
  return (
    <>
      <Notice tone={standing === 'new' ? 'sure' : isFree ? 'doubt' : 'wrong'} role="status">
        {t(`forms.standing.${standing}`)}
      </Notice>
      <div className={styles.sound}>
        <div className={styles.facts}>
          <h3>{title}</h3>
          <p className={styles.soft}>{textIn(i18n.language, form.service)}</p>
          {form.description === null ? null : <p>{textIn(i18n.language, form.description)}</p>}
          <dl className={styles.factList}>
            <dt>{t('forms.version')}</dt>
            <dd>{form.version}</dd>
            <dt>{t('forms.editions')}</dt>
            <dd>
              <FormEditions form={form} />
            </dd>
            <dt>{t('forms.asks')}</dt>
            <dd>
              <FormFields form={form} />
            </dd>
          </dl>
        </div>
        {pictureId === null ? null : (
          <img className={styles.picture} src={pictures(pictureId, 'screen')} alt={t('forms.picture', { title })} />
        )}
      </div>
      {findings.length === 0 ? null : <Findings findings={findings} />}
      {trouble === null ? null : <TroubleNotice error={trouble} />}
      {isFree ? (
        <div className={styles.buttons}>
          <Button ref={take} loading={running} onClick={onTake}>
            {t('forms.take')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
