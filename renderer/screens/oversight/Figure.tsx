import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { toCsv } from './csv.ts';
import { type FigureTable, formatCell } from './figure-table.ts';
import styles from './oversight.module.css';

export interface FigureProps {
  readonly title: string;
  /** How the figures are to be read. */
  readonly help: string;
  readonly table: FigureTable;
  /** Takes the whole width: for tables of many columns. */
  readonly wide?: boolean;
  /** The chart above the table. */
  readonly children?: ReactNode;
}

/** Figures under a title: what they mean, a chart, the same as a table, and the way to save it. */
export function Figure({ title, help, table, wide = false, children }: FigureProps) {
  const { t, i18n } = useTranslation();
  const { shell } = useServices();
  const announce = useAnnounce();
  const save = useMutation({
    mutationFn: () => shell.saveFile({ kind: 'table', name: `${table.name}.csv`, text: toCsv(table, i18n.language) }),
    onSuccess: (outcome) => {
      if (outcome === 'saved') announce(t('oversight.saved'));
    },
  });
  if (table.rows.length === 0) {
    return (
      <Panel title={title} className={wide ? styles.wide : styles.figure}>
        <Empty title={t('oversight.nothing')} help={help} />
      </Panel>
    );
  }
  const saving = (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('oversight.saveTable', { title })}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('oversight.save')}
    </Button>
  );
  return (
    <Panel title={title} detail={saving} className={wide ? styles.wide : styles.figure}>
      <p className={styles.help}>{help}</p>
      {save.isError || save.data === 'failed' ? (
        <Notice tone="wrong" role="alert">
          {t('oversight.notSaved')}
        </Notice>
      ) : null}
      {children}
      <TableFrame title={title} table={table} />
    </Panel>
  );
}

function TableFrame({ title, table: { columns, rows } }: { readonly title: string; readonly table: FigureTable }) {
  const { t, i18n } = useTranslation();
  return (
    // A long table scrolls by itself, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className={styles.tableFrame} aria-label={t('oversight.tableOf', { title })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" data-number={column.digits !== null}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {columns.map((column, index) => (
                <td key={column.title} data-number={column.digits !== null}>
                  {formatCell(row[index] ?? '', column, i18n.language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
