import { useTranslation } from 'react-i18next';
import type { Oversight } from '../../../contract/oversight.ts';
import { localeOf } from '../../ui/dates.ts';
import { BarChart } from './BarChart.tsx';
import { countByDay } from './by-day.ts';
import { Figure } from './Figure.tsx';
import { type FigureTable, number, text } from './figure-table.ts';
import { useFormTitle } from './use-form-title.ts';

/** What waits and where, what was finished when, and what a document costs. */
export function WorkFigures({ oversight }: { readonly oversight: Oversight }) {
  const { t } = useTranslation();
  const titleOf = useFormTitle();
  const { effortByForm } = oversight;
  const effort: FigureTable = {
    name: 'tabularium-effort',
    columns: [
      text(t('oversight.form')),
      number(t('oversight.documents')),
      number(t('oversight.fieldsAsked'), 1),
      number(t('oversight.keystrokes')),
      number(t('oversight.seconds')),
    ],
    rows: effortByForm.map((one) => [
      ...[titleOf(one.form), one.documents, one.fieldsAsked],
      ...[one.keystrokes, one.seconds],
    ]),
  };
  return (
    <>
      <LastDay finished={oversight.finished} />
      <LastWeek finished={oversight.finished} />
      <Figure title={t('oversight.effort')} help={t('oversight.effortHelp')} table={effort} />
    </>
  );
}

type Finished = Pick<Oversight, 'finished'>;

function LastDay({ finished }: Finished) {
  const { t, i18n } = useTranslation();
  const hour = new Intl.DateTimeFormat(localeOf(i18n.language), { hour: '2-digit' });
  const at = new Intl.DateTimeFormat(localeOf(i18n.language), { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const hours = finished.slice(-24);
  const table: FigureTable = {
    name: 'tabularium-last-day',
    columns: [text(t('oversight.hour')), number(t('oversight.documents'))],
    rows: hours.map(({ from, documents }) => [at.format(new Date(from)), documents]),
  };
  const bars = hours.map(({ from, documents }, index) => ({
    ...{ key: from, value: documents },
    label: index % 3 === 0 ? hour.format(new Date(from)) : '',
  }));
  return (
    <Figure title={t('oversight.lastDay')} help={t('oversight.lastDayHelp')} table={table}>
      <BarChart label={t('oversight.lastDay')} bars={bars} />
    </Figure>
  );
}

function LastWeek({ finished }: Finished) {
  const { t, i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(localeOf(i18n.language), { weekday: 'short', day: 'numeric', month: 'numeric' });
  const days = countByDay(finished);
  const table: FigureTable = {
    name: 'tabularium-last-week',
    columns: [text(t('oversight.day')), number(t('oversight.documents'))],
    rows: days.map(({ day, documents }) => [name.format(day), documents]),
  };
  const bars = days.map(({ day, documents }) => ({
    ...{ key: day.toISOString(), label: name.format(day), value: documents },
  }));
  return (
    <Figure title={t('oversight.lastWeek')} help={t('oversight.lastWeekHelp')} table={table}>
      <BarChart label={t('oversight.lastWeek')} bars={bars} />
    </Figure>
  );
}
