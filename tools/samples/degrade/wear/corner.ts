import type { SheetSize } from '../../../forms/draw/raster.ts';
import type { Random } from '../../random.ts';

/** Tears a corner off, folds it over, or leaves a staple and its shadow in it. */
export function wearCorner(random: Random, size: SheetSize): string {
  const kind = random.pick(['torn', 'folded', 'staple', 'staple'] as const);
  const [right, low] = [random.chance(0.5), random.chance(0.3)];
  const turn = `translate(${right ? size.widthMm : 0} ${low ? size.heightMm : 0}) scale(${right ? -1 : 1} ${low ? -1 : 1})`;
  const [across, down] = [random.between(12, 45), random.between(12, 45)];
  const drawn = { torn: torn(random, across, down), folded: folded(across, down), staple: staple(random) }[kind];
  return `<g transform="${turn}">${drawn}</g>`;
}

/** What lies behind shows: the lid, white or black. */
function torn(random: Random, across: number, down: number): string {
  const edge = Array.from({ length: 9 }, (_, index) => {
    const share = (index + 1) / 10;
    return `L${(across * (1 - share) + random.gauss() * 0.7).toFixed(2)} ${(down * share + random.gauss() * 0.7).toFixed(2)}`;
  }).join('');
  const grey = random.pick([255, 250, 40]);
  return `<path d="M-60 -60L${across} -60L${across} 0${edge}L0 ${down}L-60 ${down}Z" fill="rgb(${grey},${grey},${grey})" stroke="rgb(150,150,150)" stroke-width="0.3"/>`;
}

/** The back of the corner lies over the sheet, and the lid shows where it was. */
function folded(across: number, down: number): string {
  const tip = 2 / (1 / across ** 2 + 1 / down ** 2);
  return (
    `<path d="M-60 -60L${across} -60L${across} 0L0 ${down}L-60 ${down}Z" fill="white"/>` +
    `<path d="M${across} 0L${tip / across} ${tip / down}L0 ${down}Z" fill="rgb(236,236,236)" stroke="rgb(120,120,120)" stroke-width="0.35"/>`
  );
}

function staple(random: Random): string {
  const [x, y, turn] = [random.between(6, 14), random.between(6, 14), random.between(-60, 10)];
  return (
    `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${turn.toFixed(1)})">` +
    '<rect x="-5.4" y="0.2" width="11.5" height="1.3" fill="rgb(150,150,150)" opacity="0.6"/>' +
    '<rect x="-6" y="-0.3" width="12" height="0.6" fill="rgb(60,60,60)"/></g>'
  );
}
