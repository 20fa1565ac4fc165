import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FormFinding } from '../../../contract/form.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import styles from './forms.module.css';

/** Puts what was found into a table, to be handed to whoever drew the form. */
export function SaveFindings({ findings }: { readonly findings: readonly FormFinding[] }) {
  const { t, i18n } = useTranslation();
  const { shell } = useServices();
  const save = useMutation({
    mutationFn: () => {
      const head = [t('forms.severity'), t('forms.place'), t('forms.what')];
      const rows = findings.map(({ severity, path, message }) => [
        t(severity === 'error' ? 'forms.error' : 'forms.warning'),
        path,
        textIn(i18n.language, message),
      ]);
      const text = [head, ...rows].map((cells) => cells.map(quoted).join(';')).join('\r\n');
      return shell.saveFile({ kind: 'table', name: 'form-check.csv', text: `\uFEFF${text}\r\n` });
    },
  });
  const outcome = save.data;
  return (
    <div className={styles.choosers}>
      <Button size="compact-sm" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {t('forms.saveFindings')}
      </Button>
      <span role="status">
        {outcome === 'saved' ? t('forms.findingsSaved') : null}
        {outcome === 'failed' ? t('forms.findingsFailed') : null}
      </span>
    </div>
  );
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
