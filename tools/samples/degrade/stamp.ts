import type { SheetSize } from '../../forms/draw/raster.ts';
import { setText } from '../../forms/draw/text.ts';
import type { Typeface } from '../../forms/draw/typeface.ts';
import type { Random } from '../random.ts';

/**
 * The office's stamp of arrival, struck by hand: mostly into the space for it at the top right, now and then askew over
 * the form.
 */
export function drawStamp(
  random: Random,
  size: SheetSize,
  typeface: Typeface,
  protocol: string,
  isoDate: string,
): string {
  const inPlace = random.chance(0.88);
  const x = inPlace ? 168 + random.gauss() * 3 : random.between(60, size.widthMm - 45);
  const y = inPlace ? 27 + random.gauss() * 2 : random.between(40, size.heightMm - 40);
  const turn = random.gauss() * (inPlace ? 3 : 10);
  const [year, month, day] = isoDate.split('-');
  const lines = ['COMUNE - PROTOCOLLO', `${day} ${month} ${year}`, `N. ${protocol}`];
  const texts = lines.map((line, index) => {
    const heightMm = index === 1 ? 4.2 : 3;
    const { widthMm } = setText(typeface, line, 0, 0, heightMm);
    return `<path d="${setText(typeface, line, -widthMm / 2, -3 + index * 4.6, heightMm).path}"/>`;
  });
  const grey = random.whole(90, 140);
  return (
    `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${turn.toFixed(2)})" opacity="0.8" ` +
    `fill="rgb(${grey},${grey},${grey})"><rect x="-22" y="-8" width="44" height="16" fill="none" ` +
    `stroke="rgb(${grey},${grey},${grey})" stroke-width="0.5"/>${texts.join('')}</g>`
  );
}
