import type { Point } from '../../../../ocr/model/geometry.ts';

/** Outer side of every tick box, in millimetres. */
export const boxSideMm = 2.6;

/**
 * Where the tick boxes of the survey's first page stand: top left corners in millimetres, measured once with a ruler on an empty
 * page made out of filled-in ones. By question, in the order of the options. `severalAllowed`: people mark as many as they like.
 */
export const surveyQuestions: readonly {
  readonly id: string;
  readonly severalAllowed: boolean;
  readonly corners: readonly Point[];
}[] = [
  {
    id: 'Q1',
    severalAllowed: true,
    corners: column(25.27, 25.53, [93.73, 98.55, 103.38, 108.2, 113.16, 117.95, 122.68, 127.64]),
  },
  { id: 'Q3', severalAllowed: false, corners: row(146.0, [88.39, 116.65, 154.31]) },
  { id: 'Q4', severalAllowed: false, corners: row(154.95, [55.1, 82.2, 97.66, 115.95, 134.49, 153.03, 171.45]) },
  {
    id: 'Q5',
    severalAllowed: false,
    corners: column(25.65, 26.1, [169.7, 174.37, 179.2, 184, 188.72, 193.55, 198.37]),
  },
  { id: 'Q6', severalAllowed: false, corners: row(207, [67.06, 129.67]) },
  {
    id: 'Q7',
    severalAllowed: false,
    corners: column(26.29, 26.54, [221.23, 225.93, 230.89, 235.71, 240.54, 245.3]),
  },
  { id: 'Q8', severalAllowed: false, corners: row(253.9, [79.88, 105.03, 142.62]) },
];

function row(y: number, xs: readonly number[]): Point[] {
  return xs.map((x) => ({ x, y }));
}

/** A column that leans a little: from `left` at its head to `leftAtFoot`. */
function column(left: number, leftAtFoot: number, ys: readonly number[]): Point[] {
  return ys.map((y, index) => ({ x: left + ((leftAtFoot - left) * index) / Math.max(1, ys.length - 1), y }));
}
