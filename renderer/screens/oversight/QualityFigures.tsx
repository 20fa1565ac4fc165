import { useTranslation } from 'react-i18next';
import type { ErrorShare, Oversight } from '../../../contract/oversight.ts';
import { textIn } from '../../app/i18n.ts';
import { localeOf } from '../../ui/dates.ts';
import { Figure } from './Figure.tsx';
import { type Column, type FigureTable, number, text } from './figure-table.ts';
import { PointChart } from './PointChart.tsx';
import { ThresholdFigure } from './ThresholdFigure.tsx';
import { useFormTitle } from './use-form-title.ts';

/** Errors that sampling found, doubts that were needless, and what another threshold would mean. */
export function QualityFigures({ oversight }: { readonly oversight: Oversight }) {
  return (
    <>
      <ErrorsByKind sampledByKind={oversight.sampledByKind} />
      <ThresholdFigure thresholds={oversight.thresholds} threshold={oversight.threshold} />
      <ErrorsByWeek sampledByWeek={oversight.sampledByWeek} />
      <Fields fields={oversight.fields} />
    </>
  );
}

function useShareColumns(): readonly Column[] {
  const { t } = useTranslation();
  return [
    ...[number(t('oversight.samples')), number(t('oversight.wrong'))],
    ...[number(t('oversight.low'), 1), number(t('oversight.high'), 1)],
  ];
}

function shareCells({ samples, wrong, low, high }: ErrorShare): readonly number[] {
  return [samples, wrong, 100 * low, 100 * high];
}

function ErrorsByWeek({ sampledByWeek }: Pick<Oversight, 'sampledByWeek'>) {
  const { t, i18n } = useTranslation();
  const columns = [text(t('oversight.week')), ...useShareColumns()];
  const name = new Intl.DateTimeFormat(localeOf(i18n.language), { day: 'numeric', month: 'short' });
  const weeks = sampledByWeek.flatMap((week, index) => (week.samples === 0 ? [] : [{ ...week, index }]));
  const table: FigureTable = {
    name: 'tabularium-errors-by-week',
    columns,
    rows: weeks.map((week) => [name.format(new Date(week.from)), ...shareCells(week)]),
  };
  const yMost = Math.max(...weeks.map(({ high }) => high), 0);
  const nameAt = (index: number): string => {
    const week = sampledByWeek.at(index);
    return week === undefined ? '' : name.format(new Date(week.from));
  };
  return (
    <Figure title={t('oversight.byWeek')} help={t('oversight.byWeekHelp')} table={table}>
      <PointChart
        label={t('oversight.byWeek')}
        points={weeks.map(({ from, index, samples, wrong, low, high }) => ({
          ...{ key: from, x: index, y: wrong / samples, range: [low, high] },
        }))}
        xMost={sampledByWeek.length - 1}
        yMost={yMost}
        marks={{ xLeast: nameAt(0), xMost: nameAt(-1), yMost: `${Math.round(100 * yMost)} %` }}
      />
    </Figure>
  );
}

function ErrorsByKind({ sampledByKind }: Pick<Oversight, 'sampledByKind'>) {
  const { t } = useTranslation();
  const titleOf = useFormTitle();
  const columns = [text(t('oversight.form')), text(t('oversight.kind')), ...useShareColumns()];
  const rows = sampledByKind.map((one) => [titleOf(one.form), t(`oversight.kinds.${one.kind}`), ...shareCells(one)]);
  const table: FigureTable = { name: 'tabularium-errors-by-kind', columns, rows };
  return <Figure title={t('oversight.byKind')} help={t('oversight.byKindHelp')} table={table} />;
}

function Fields({ fields }: Pick<Oversight, 'fields'>) {
  const { t, i18n } = useTranslation();
  const titleOf = useFormTitle();
  const table: FigureTable = {
    name: 'tabularium-fields',
    columns: [
      ...[text(t('oversight.form')), text(t('oversight.field')), number(t('oversight.asked'))],
      ...[number(t('oversight.needless')), number(t('oversight.checked')), number(t('oversight.slipped'))],
    ],
    rows: fields.map(({ form, title, asked, needless, checked, slipped }) => [
      ...[titleOf(form), textIn(i18n.language, title), asked],
      ...[needless, checked, slipped],
    ]),
  };
  return <Figure title={t('oversight.fields')} help={t('oversight.fieldsHelp')} table={table} wide />;
}
