import styles from './oversight.module.css';

export interface Point {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Between which values `y` lies; null where that is not known. */
  readonly range: readonly [low: number, high: number] | null;
}

export interface PointChartProps {
  readonly label: string;
  readonly points: readonly Point[];
  /** Key of the point that is set apart. */
  readonly chosen?: string | null;
  readonly xMost: number;
  readonly yMost: number;
  /** What the ends of the axes say. */
  readonly marks: { readonly xLeast: string; readonly xMost: string; readonly yMost: string };
}

const widthPx = 640;
const heightPx = 200;
const footPx = 24;
const headPx = 20;
const sidePx = 8;

/** Points joined by a line, each with its interval. What it shows is told by the table below it. */
export function PointChart({ label, points, chosen = null, xMost, yMost, marks }: PointChartProps) {
  const groundPx = heightPx - footPx;
  const across = (x: number): number => sidePx + ((widthPx - 2 * sidePx) * x) / (xMost || 1);
  const up = (y: number): number => groundPx - ((groundPx - headPx) * y) / (yMost || 1);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={label}>
      <line className={styles.axis} x1={0} x2={widthPx} y1={groundPx} y2={groundPx} />
      <line className={styles.grid} x1={0} x2={widthPx} y1={headPx} y2={headPx} />
      <text className={styles.mark} x={0} y={headPx - 5}>
        {marks.yMost}
      </text>
      <text className={styles.mark} x={0} y={heightPx - 7}>
        {marks.xLeast}
      </text>
      <text className={styles.mark} textAnchor="end" x={widthPx} y={heightPx - 7}>
        {marks.xMost}
      </text>
      <polyline className={styles.line} points={points.map(({ x, y }) => `${across(x)},${up(y)}`).join(' ')} />
      {points.map(({ key, x, y, range }) => (
        <g key={key}>
          {range === null ? null : (
            <line className={styles.range} x1={across(x)} x2={across(x)} y1={up(range[0])} y2={up(range[1])} />
          )}
          <circle className={styles.point} cx={across(x)} cy={up(y)} r={4} />
          {key === chosen ? <circle className={styles.chosen} cx={across(x)} cy={up(y)} r={9} /> : null}
        </g>
      ))}
    </svg>
  );
}
