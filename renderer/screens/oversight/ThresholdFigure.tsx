import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Oversight } from '../../../contract/oversight.ts';
import { useMay } from '../../app/use-station.ts';
import { Figure } from './Figure.tsx';
import { type FigureTable, formatNumber, number } from './figure-table.ts';
import { PointChart } from './PointChart.tsx';
import { ThresholdChoice } from './ThresholdChoice.tsx';

/** The price of being asked less: each point is a threshold, further right more is asked, higher up more errors stay. */
export function ThresholdFigure({ thresholds, threshold: inForce }: Pick<Oversight, 'thresholds' | 'threshold'>) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const [considered, setConsidered] = useState(inForce);
  const table: FigureTable = {
    name: 'tabularium-thresholds',
    columns: [
      number(t('oversight.threshold'), 4),
      number(t('oversight.askedPerHundred'), 1),
      number(t('oversight.errorsPerThousand'), 2),
    ],
    rows: thresholds.map((point) => [point.threshold, point.askedPerHundred, point.errorsPerThousand]),
  };
  const yMost = Math.max(...thresholds.map(({ errorsPerThousand }) => errorsPerThousand), 0);
  return (
    <Figure title={t('oversight.thresholds')} help={t('oversight.thresholdsHelp')} table={table}>
      <PointChart
        label={t('oversight.thresholds')}
        points={thresholds.map(({ threshold, askedPerHundred, errorsPerThousand }) => ({
          ...{ key: String(threshold), x: askedPerHundred, y: errorsPerThousand, range: null },
        }))}
        chosen={considered === null ? null : String(considered)}
        xMost={100}
        yMost={yMost}
        marks={{
          xLeast: t('oversight.nothingAsked'),
          xMost: t('oversight.everythingAsked'),
          yMost: t('oversight.mostErrors', { value: formatNumber(yMost, i18n.language, 1) }),
        }}
      />
      {may('oversight.chooseThreshold') ? (
        <ThresholdChoice {...{ thresholds, inForce, considered }} onConsider={setConsidered} />
      ) : null}
    </Figure>
  );
}
