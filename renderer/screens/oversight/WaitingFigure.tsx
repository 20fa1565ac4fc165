import { useTranslation } from 'react-i18next';
import type { Oversight } from '../../../contract/oversight.ts';
import { formatAge } from './age.ts';
import { Figure } from './Figure.tsx';
import { type FigureTable, number, text } from './figure-table.ts';
import { useFormTitle } from './use-form-title.ts';

/** Where documents wait, the longest wait first. */
export function WaitingFigure({ waiting, at }: Pick<Oversight, 'waiting' | 'at'>) {
  const { t, i18n } = useTranslation();
  const titleOf = useFormTitle();
  const table: FigureTable = {
    name: 'tabularium-waiting',
    columns: [
      ...[text(t('oversight.batch')), text(t('oversight.form')), text(t('oversight.state'))],
      ...[number(t('oversight.documents')), number(t('oversight.openFields')), text(t('oversight.oldest'))],
    ],
    rows: waiting.map(({ batchName, form, state, documents, openFields, oldest }) => [
      ...[batchName, titleOf(form), t(`documentState.${state}`), documents],
      ...[openFields, formatAge(oldest, at, i18n.language)],
    ]),
  };
  return <Figure title={t('oversight.waiting')} help={t('oversight.waitingHelp')} table={table} wide />;
}
