import type { SheetSize } from '../../../forms/draw/raster.ts';
import type { Random } from '../../random.ts';

/** The rings of a cup, and drops. */
export function spillCoffee(random: Random, { widthMm, heightMm }: SheetSize): string {
  const brown = 'rgb(150,105,60)';
  const rings = Array.from({ length: random.whole(1, 2) }, () => {
    const [x, y] = [random.between(20, widthMm - 20), random.between(20, heightMm - 20)];
    const radius = random.between(32, 42);
    const [width, opacity] = [random.between(0.8, 3), random.between(0.15, 0.5)];
    const around = 2 * Math.PI * radius;
    const gap = random.between(0.05, 0.4) * around;
    return (
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${brown}" fill-opacity="0.05" ` +
      `stroke="${brown}" stroke-width="${width.toFixed(2)}" stroke-opacity="${opacity.toFixed(2)}" ` +
      `stroke-dasharray="${(around - gap).toFixed(1)} ${gap.toFixed(1)}"/>`
    );
  });
  const drops = Array.from({ length: random.whole(0, 6) }, () => {
    const [x, y, radius] = [random.between(5, widthMm), random.between(5, heightMm), random.between(0.5, 3)];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${brown}" opacity="0.3"/>`;
  });
  return [...rings, ...drops].join('');
}
