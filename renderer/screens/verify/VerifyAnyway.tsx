import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/document.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';

/** Has a document verified as it was scanned, and opens it. */
export function VerifyAnyway({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const { id: documentId, batchId } = document;
  const verify = useMutation({
    mutationFn: () => station.verification.verifyAnyway({ documentId }),
    onSuccess: (detail) => {
      queryClient.setQueryData(queries.document(documentId).queryKey, detail);
      void queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey });
      navigate({ screen: 'verify', batchId, documentId });
    },
  });
  if (!may('verification.verifyAnyway')) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('rescan.anywayOf', { number: document.ordinal + 1 })}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('rescan.anyway')}
      </Button>
      {verify.isError ? <TroubleNotice error={verify.error} onRetry={() => verify.mutate()} /> : null}
    </>
  );
}
