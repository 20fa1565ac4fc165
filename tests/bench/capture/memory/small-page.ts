import sharp from 'sharp';

export const smallPage = { widthPx: 240, heightPx: 120 } as const;

/** A small page with one line of print, as a scanner's JPEG: it goes all the way of a large one, in less time. */
export async function drawSmallPage(label: string): Promise<Buffer> {
  const { widthPx: width, heightPx: height } = smallPage;
  const svg = `<svg width="${width}" height="${height}" font-family="DejaVu Sans" font-size="20">
    <rect width="100%" height="100%" fill="#f4f2ec"/>
    <text x="16" y="66">Foglio ${label}</text></svg>`;
  return await sharp(Buffer.from(svg)).toColourspace('b-w').jpeg({ quality: 80 }).withDensity(300).toBuffer();
}
