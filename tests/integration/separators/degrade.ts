import sharp from 'sharp';
import type { CapturedPage } from '../../../ocr/model/page.ts';

/** What happens to a sheet between the printer and the file. */
export interface Damage {
  readonly dpi: number;
  readonly turnDeg?: number;
  /** Standard deviation of the noise, in grey levels. */
  readonly noise?: number;
  readonly blurPx?: number;
  /** Levels of ink and paper. */
  readonly ink?: number;
  readonly paper?: number;
  /** Size of the print against what was drawn. */
  readonly scale?: number;
}

/** Scans a page badly. */
export async function degrade({ image, dpi }: CapturedPage, damage: Damage): Promise<CapturedPage> {
  const { turnDeg = 0, noise = 0, blurPx = 0, ink = 0, paper = 255, scale = 1 } = damage;
  const width = Math.round((image.widthPx * damage.dpi * scale) / (dpi ?? 300));
  const sheet = await sharp(image.data, { raw: { width: image.widthPx, height: image.heightPx, channels: 1 } })
    .resize({ width })
    .png()
    .toBuffer();
  const turned = sharp(await sharp(sheet).rotate(turnDeg, { background: 'white' }).png().toBuffer());
  const soft = blurPx > 0 ? turned.blur(blurPx) : turned;
  const levels = soft.linear((paper - ink) / 255, ink).toColourspace('b-w');
  const { data, info } = await levels.raw().toBuffer({ resolveWithObject: true });
  const noisy = noise > 0 ? addNoise(data, noise) : new Uint8Array(data);
  return { image: { data: noisy, widthPx: info.width, heightPx: info.height }, dpi: damage.dpi };
}

/** Noise that is the same in every run: a sum of three waves of the pixel's number spreads like chance. */
function addNoise(data: Uint8Array, deviation: number): Uint8Array {
  return Uint8Array.from(data, (level, index) => {
    const wave = Math.sin(index * 12.9898) + Math.sin(index * 78.233) + Math.sin(index * 37.719);
    return Math.max(0, Math.min(255, Math.round(level + wave * deviation * 0.816)));
  });
}
