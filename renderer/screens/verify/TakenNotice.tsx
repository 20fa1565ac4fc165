import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import type { HoldOnDocument } from './use-hold.ts';

/** Somebody else has the document in hand: who, and what can be done about it. */
export function TakenNotice({ hold }: { readonly hold: HoldOnDocument }) {
  const { t } = useTranslation();
  const takeOver = useMutation({ mutationFn: () => hold.takeOver() });
  if (hold.taken === null) return null;
  return (
    <>
      <Notice tone="doubt" role="status">
        <span>{t(hold.taken.away ? 'hold.away' : 'hold.taken', { name: hold.taken.by })}</span>
        <Button size="compact-sm" variant="default" loading={takeOver.isPending} onClick={() => takeOver.mutate()}>
          {t('hold.takeOver')}
        </Button>
      </Notice>
      {takeOver.isError ? <TroubleNotice error={takeOver.error} /> : null}
    </>
  );
}
