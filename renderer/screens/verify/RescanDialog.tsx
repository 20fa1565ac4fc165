import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { type RescanReason, rescanReasonSchema } from '../../../contract/rescan.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Keys.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useGoOn } from './use-go-on.ts';
import type { Bench } from './use-workbench.ts';
import styles from './verify.module.css';

export interface RescanDialogProps {
  readonly document: DocumentDetail;
  /** Position of the page in view, which is meant unless the person says otherwise. */
  readonly inView: number;
  readonly bench: Pick<Bench, 'words' | 'takeEffort' | 'closeOverlay'>;
}

/** Sends a document back to the scanner: which page cannot be used, and why. The next document is opened meanwhile. */
export function RescanDialog({ document, inView, bench }: RescanDialogProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const { goOn } = useGoOn('verify');
  const announce = useAnnounce();
  const { pageList } = document;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set([inView]));
  const [reason, setReason] = useState<RescanReason>('cut-off');
  const [text, setText] = useState('');
  const writing = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const words = text.trim() === '' ? null : text.trim();
  const isTold = reason !== 'other' || words !== null;
  const rescan = useMutation({
    mutationFn: async () => {
      // What was said of its fields goes with it.
      await bench.words.settled();
      const pageIds = pageList.filter((_, position) => chosen.has(position)).map(({ id }) => id);
      return await station.verification.rescan({ documentId: document.id, pageIds, reason, words });
    },
    onSuccess: (waiting) => {
      bench.takeEffort()(waiting);
      goOn(waiting);
      announce(t('rescan.done'));
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isTold && chosen.size > 0) rescan.mutate();
  };
  const turn = (position: number): void =>
    setChosen(
      (before) => new Set(before.has(position) ? [...before].filter((one) => one !== position) : [...before, position]),
    );
  const hearDigit = (event: KeyboardEvent): void => {
    const picked = rescanReasonSchema.options[Number(event.key) - 1];
    if (picked === undefined) return;
    event.preventDefault();
    setReason(picked);
    if (picked === 'other') writing.current?.focus();
  };
  return (
    <Dialog onClose={bench.closeOverlay} title={t('rescan.title')}>
      <form className={styles.form} noValidate onSubmit={send}>
        <p>{t('rescan.help')}</p>
        <fieldset className={styles.about} onKeyDown={hearDigit}>
          <legend>{t('rescan.why')}</legend>
          {rescanReasonSchema.options.map((one, index) => (
            <label key={one}>
              <input
                type="radio"
                name="reason"
                checked={reason === one}
                data-autofocus={one === 'cut-off' ? true : undefined}
                onChange={() => setReason(one)}
              />
              <Key name={String(index + 1)} />
              {t(`rescan.reasons.${one}`)}
            </label>
          ))}
        </fieldset>
        <TextInput
          ref={writing}
          label={t('rescan.words')}
          value={text}
          error={tried && !isTold ? t('rescan.wordsMissing') : null}
          maxLength={200}
          required={reason === 'other'}
          withAsterisk={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {pageList.length < 2 ? null : (
          <fieldset
            className={styles.pagesToChoose}
            aria-describedby={tried && chosen.size === 0 ? 'no-page' : undefined}
          >
            <legend>{t('rescan.which')}</legend>
            {pageList.map(({ id }, position) => (
              <label key={id}>
                <input type="checkbox" checked={chosen.has(position)} onChange={() => turn(position)} />
                {t('verify.page', { number: position + 1, total: pageList.length })}
              </label>
            ))}
            {tried && chosen.size === 0 ? (
              <p id="no-page" role="alert" className={styles.missing}>
                {t('rescan.pageMissing')}
              </p>
            ) : null}
          </fieldset>
        )}
        {rescan.isError ? <TroubleNotice error={rescan.error} onRetry={() => rescan.mutate()} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={bench.closeOverlay}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={rescan.isPending}>
            {t('rescan.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
