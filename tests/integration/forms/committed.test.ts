import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { formDrawings } from '../../../tools/forms/drawings/all.ts';
import { publishLayout } from '../../../tools/forms/publish.ts';

const forms = join(import.meta.dirname, '../../../resources/forms');

async function readGrey(path: string): Promise<GreyImage> {
  const { data, info } = await sharp(path).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** Share of the pixels that differ by more than renderers of one drawing do. */
function differingShare(first: GreyImage, second: GreyImage): number {
  let differing = 0;
  first.data.forEach((grey, index) => {
    if (Math.abs(grey - (second.data[index] ?? 0)) > 64) differing += 1;
  });
  return differing / first.data.length;
}

describe.each(formDrawings.map((drawing) => [drawing.id, drawing] as const))('the committed %s', (id, drawing) => {
  it('is what its drawing program draws (npm run forms)', async () => {
    const { json, references } = await publishLayout(drawing);
    expect(await readFile(join(forms, id, 'layouts', `${drawing.edition}.json`), 'utf8')).toBe(json);
    for (const { name, image } of references) {
      const committed = await readGrey(join(forms, id, 'layouts', name));
      expect([committed.widthPx, committed.heightPx]).toEqual([image.widthPx, image.heightPx]);
      expect(differingShare(committed, image)).toBeLessThan(0.0005);
    }
  });
});
