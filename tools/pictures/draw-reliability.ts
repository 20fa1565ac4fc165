import sharp from 'sharp';
import type { Bar } from './reliability-bars.ts';

const sidePx = 420;
const edgePx = 60;

/** Draws a dot a bar: how sure fields are across, how many of them are right up; on the diagonal both are the same. */
export async function drawReliability(bars: readonly Bar[], path: string): Promise<void> {
  const x = (share: number) => (edgePx + share * sidePx).toFixed(1);
  const y = (share: number) => (edgePx / 2 + (1 - share) * sidePx).toFixed(1);
  const line = (from: [number, number], to: [number, number], colour: string) =>
    `<line x1="${x(from[0])}" y1="${y(from[1])}" x2="${x(to[0])}" y2="${y(to[1])}" stroke="${colour}"/>`;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `${line([share, 0], [share, 1], '#dddddd')}${line([0, share], [1, share], '#dddddd')}` +
      `<text x="${x(share)}" y="${Number(y(0)) + 18}" text-anchor="middle">${share}</text>` +
      `<text x="${edgePx - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share}</text>`,
  );
  const dots = bars.map(
    ({ confidence, accuracy, count }) =>
      `<circle cx="${x(confidence)}" cy="${y(accuracy)}" r="${radius(count)}" fill="#0b62a4" fill-opacity="0.6"/>`,
  );
  const size = sidePx + 2 * edgePx;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" font-family="sans-serif" font-size="12">
    <rect width="100%" height="100%" fill="#ffffff"/>${ticks.join('')}${line([0, 0], [1, 1], '#555555')}${dots.join('')}
    <text x="${x(0.5)}" y="${size - edgePx / 2}" text-anchor="middle">how sure</text>
    <text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text></svg>`;
  await sharp(Buffer.from(svg)).png({ palette: true, colours: 32 }).toFile(path);
}

/** The area of a dot grows with the logarithm of how many fields it stands for. */
function radius(count: number): string {
  return (3 * Math.sqrt(1 + Math.log10(Math.max(1, count)))).toFixed(1);
}
