import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

export interface ReasonFieldProps {
  readonly label: string;
  /** Who reads it. */
  readonly help: string;
  readonly value: string;
  /** What is wrong with it; null where nothing is. */
  readonly mistake: string | null;
  readonly maxLength: number;
  readonly rows: number;
  /** Whether the caret is in it when its dialog opens. */
  readonly first?: boolean;
  onChange(value: string): void;
}

/** A sentence or two of a person's own, in a form. Enter sends the form, as in every other field; Shift Enter begins a line. */
export function ReasonField({ label, help, value, mistake, maxLength, rows, first, onChange }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      {...{ label, value, maxLength, rows }}
      description={`${help} ${t('app.enterSends')}`}
      error={mistake}
      required
      withAsterisk={false}
      data-autofocus={first === true ? true : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={sendByEnter}
    />
  );
}

/** By the form's own button, which is out of order while the form is on its way. */
function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  if (!event.repeat) event.currentTarget.form?.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
}
