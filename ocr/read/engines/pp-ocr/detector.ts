import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import type { Kernel } from '../../../prepare/kernel/kernel.ts';
import { sharedKernel } from '../../../prepare/kernel/shared.ts';
import type { LineFinder } from '../engine.ts';
import { readGraph, writeGraph } from '../onnx-file/graph.ts';
import { leanGraph } from '../onnx-file/lean-graph.ts';
import { type FloatTensor, openOnnxSession } from '../onnx-session.ts';
import { readModelFile } from './models.ts';
import { linesOfMap, type TextMap } from './text-map.ts';

/** The network halves its picture five times. */
const sideStepPx = 32;
/** Capitals of this height: larger ones cost more time and were not found more often (0.98 of FUNSD's words lie in a line). */
const capitalPx = 9;
/** Mean and spread of each channel of the pictures that the network learned from. */
const channels = [
  { mean: 0.485, spread: 0.229 },
  { mean: 0.456, spread: 0.224 },
  { mean: 0.406, spread: 0.225 },
];

/**
 * The text detector of PP-OCRv4 (Li and others 2022). It finds lines by what text looks like, not by the order of a page:
 * scattered words of forms, faint and noisy ones too. Neighbours that stand wide apart are lines of their own.
 */
export async function createPpOcrDetector(): Promise<LineFinder> {
  const network = readGraph(await readModelFile('ch_PP-OCRv4_det_infer.onnx'));
  const session = await openOnnxSession(writeGraph(leanGraph(network)));
  return {
    async findLines(image, capitalHeightPx) {
      const kernel = sharedKernel();
      const small = shrink(image, capitalPx / capitalHeightPx, kernel);
      const { data } = await session.run(pictureInput(small));
      const map: TextMap = { ...small, data: Uint8Array.from(data, (share) => Math.round(255 * share)) };
      const [scaleX, scaleY] = [image.widthPx / map.widthPx, image.heightPx / map.heightPx];
      return linesOfMap(map, kernel).map(
        ([x0, y0, x1, y1]): Box => [
          Math.floor(x0 * scaleX),
          Math.floor(y0 * scaleY),
          Math.min(image.widthPx, Math.ceil(x1 * scaleX)),
          Math.min(image.heightPx, Math.ceil(y1 * scaleY)),
        ],
      );
    },
    close: () => session.release(),
  };
}

/** Averages over whole blocks as far as they go, and interpolates the rest of the way. */
function shrink(image: GreyImage, factor: number, kernel: Kernel): GreyImage {
  const side = (px: number) => Math.max(sideStepPx, Math.round((px * factor) / sideStepPx) * sideStepPx);
  const [widthPx, heightPx] = [side(image.widthPx), side(image.heightPx)];
  return kernel.scope(() => {
    const page = kernel.load(image);
    const block = Math.floor(Math.min(image.widthPx / widthPx, image.heightPx / heightPx));
    const coarse = block >= 2 ? kernel.boxDown(page, block) : page;
    const [scaleX, scaleY] = [coarse.widthPx / widthPx, coarse.heightPx / heightPx];
    return kernel.read(
      kernel.warp(coarse, kernel.make(widthPx, heightPx), [scaleX, 0, 0, scaleY, 0, 0], 255, 'bilinear'),
    );
  });
}

function pictureInput({ data, widthPx, heightPx }: GreyImage): FloatTensor {
  const pixels = widthPx * heightPx;
  const input = new Float32Array(channels.length * pixels);
  channels.forEach(({ mean, spread }, channel) => {
    data.forEach((level, at) => {
      input[channel * pixels + at] = (level / 255 - mean) / spread;
    });
  });
  return { data: input, shape: [1, channels.length, heightPx, widthPx] };
}
