import styles from './oversight.module.css';

export interface Bar {
  readonly key: string;
  /** Below the bar; empty for none. */
  readonly label: string;
  readonly value: number;
}

const widthPx = 640;
const heightPx = 180;
const footPx = 24;
const headPx = 20;

/** Bars from one ground line, with the greatest value written beside it. What it shows is told by the table below it. */
export function BarChart({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const stepPx = widthPx / bars.length;
  const groundPx = heightPx - footPx;
  return (
    <svg className={styles.chart} viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={label}>
      <line className={styles.axis} x1={0} x2={widthPx} y1={groundPx} y2={groundPx} />
      <line className={styles.grid} x1={0} x2={widthPx} y1={headPx} y2={headPx} />
      <text className={styles.mark} x={0} y={headPx - 5}>
        {most}
      </text>
      {bars.map(({ key, label: foot, value }, index) => {
        const barPx = ((groundPx - headPx) * value) / most;
        return (
          <g key={key}>
            <rect
              className={styles.bar}
              x={index * stepPx + stepPx * 0.15}
              width={stepPx * 0.7}
              y={groundPx - barPx}
              height={barPx}
            />
            <text className={styles.mark} textAnchor="middle" x={(index + 0.5) * stepPx} y={heightPx - 7}>
              {foot}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
