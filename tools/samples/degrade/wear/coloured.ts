import type { SheetSize } from '../../../forms/draw/raster.ts';
import type { Random } from '../../random.ts';

const papers = [
  'rgb(255,190,205)',
  'rgb(250,235,130)',
  'rgb(170,205,235)',
  'rgb(185,225,180)',
  'rgb(240,200,150)',
] as const;
type Colour = readonly [red: number, green: number, blue: number];
const inks: readonly Colour[] = [
  [25, 50, 150],
  [40, 90, 190],
  [170, 30, 40],
  [90, 60, 140],
  [30, 110, 70],
];

/** Paper of a copy set, or of an office that files by colour. */
export function colouredPaper(random: Random, { widthMm, heightMm }: SheetSize): string {
  return `<rect x="-50" y="-50" width="${widthMm + 100}" height="${heightMm + 100}" fill="${random.pick(papers)}"/>`;
}

/** Writes in blue, red, violet or green what was written in grey. */
export function inColour(random: Random, elements: string): string {
  const ink = random.pick(inks);
  return elements.replace(/rgb\((\d+),\1,\1\)/g, (_, grey: string) => {
    const levels = ink.map((level) => Math.round(level + ((255 - level) * Number(grey)) / 255));
    return `rgb(${levels.join(',')})`;
  });
}
