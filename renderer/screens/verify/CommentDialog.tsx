import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import type { HalfComment } from '../../app/held-places.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './verify.module.css';

export interface CommentDialogProps {
  readonly documentId: string;
  /** The field in focus, which the comment is about unless the person says otherwise. */
  readonly field: Field | null;
  /** What this person had written of it when somebody else took the window. */
  readonly begun: HalfComment | null;
  onClose(): void;
}

/** Notes something on the field in focus or on the document as a whole. */
export function CommentDialog({ documentId, field, begun, onClose }: CommentDialogProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const { heldPlaces } = useServices();
  const [text, setText] = useState(begun?.text ?? '');
  const [onField, setOnField] = useState(begun?.onField ?? field !== null);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => station.comments.add({ documentId, pointer: onField ? pointer : null, text: text.trim() }),
    onSuccess: (comments) => {
      queryClient.setQueryData(queries.comments(documentId).queryKey, comments);
      onClose();
    },
  });
  const pointer = field?.pointer ?? null;
  useEffect(() => {
    heldPlaces.comments.note(text === '' ? null : { documentId, pointer, onField, text });
    return () => heldPlaces.comments.note(null);
  }, [heldPlaces, documentId, pointer, onField, text]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== '') save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('comments.add')}>
      <form className={styles.form} noValidate onSubmit={send}>
        <ReasonField
          label={t('comments.text')}
          help={t('comments.help')}
          value={text}
          mistake={tried && text.trim() === '' ? t('comments.missing') : null}
          maxLength={1000}
          rows={4}
          first
          onChange={setText}
        />
        {field === null ? null : (
          <fieldset className={styles.about}>
            <legend>{t('comments.about')}</legend>
            <label>
              <input type="radio" name="about" checked={onField} onChange={() => setOnField(true)} />
              {t('comments.field', { field: textIn(i18n.language, field.title) })}
            </label>
            <label>
              <input type="radio" name="about" checked={!onField} onChange={() => setOnField(false)} />
              {t('comments.document')}
            </label>
          </fieldset>
        )}
        {save.isError ? <TroubleNotice error={save.error} onRetry={() => save.mutate()} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('comments.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
