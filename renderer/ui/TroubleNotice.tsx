import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Trouble, troubleOf } from '../app/errors.ts';
import { textIn } from '../app/i18n.ts';
import { Notice } from './Notice.tsx';

export interface TroubleNoticeProps {
  /** What a call threw, or a trouble already understood. */
  readonly error: unknown;
  /** Offered only when the same request may succeed later. */
  readonly onRetry?: (() => void) | undefined;
}

/** A failure in the person's language, with its remedy. */
export function TroubleNotice({ error, onRetry }: TroubleNoticeProps) {
  const { t, i18n } = useTranslation();
  const trouble = isTrouble(error) ? error : troubleOf(error);
  return (
    <Notice tone="wrong" role="alert">
      <span>{textIn(i18n.language, trouble.message)}</span>
      {trouble.retryable && onRetry !== undefined ? (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      ) : null}
    </Notice>
  );
}

function isTrouble(error: unknown): error is Trouble {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'retryable' in error;
}
