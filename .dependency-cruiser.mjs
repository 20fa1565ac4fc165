/** Who may import whom: the table of docs/architecture.md, enforced. */

/** @param {string} name @param {string} from @param {string} to @param {string} [why] */
const forbid = (name, from, to, why = 'see the import table in docs/architecture.md') => ({
  name,
  severity: 'error',
  comment: why,
  from: { path: from },
  to: { path: to },
});

/** A package may be imported only under the given folders. */
const onlyUnder = (packages, folders) => ({
  name: `${packages}-only-under-${folders.join('-and-').replaceAll('/', '-')}`,
  severity: 'error',
  from: { pathNot: folders.map((folder) => `^${folder}`) },
  to: { path: `^node_modules/(${packages})(/|$)`, dependencyTypesNot: ['type-only'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'contract-imports-zod-and-orpc-only',
      severity: 'error',
      from: { path: '^contract/' },
      to: { pathNot: ['^contract/', '^node_modules/(zod|@orpc/contract)/'] },
    },
    {
      name: 'model-imports-zod-only',
      severity: 'error',
      from: { path: '^ocr/model/' },
      to: { pathNot: ['^ocr/model/', '^node_modules/zod/'] },
    },
    forbid('ocr-is-pure', '^ocr/', '^(contract|station|electron|renderer|intake|tools|tests)/'),
    forbid('station-uses-contract-and-ocr', '^station/', '^(electron|renderer|intake|tools|tests)/'),
    forbid('electron-uses-contract', '^electron/', '^(ocr|station|renderer|intake|tools|tests)/'),
    forbid('renderer-uses-contract', '^renderer/', '^(ocr|station|electron|intake|tools|tests)/'),
    forbid('intake-uses-contract', '^intake/', '^(ocr|station|electron|renderer|tools|tests)/'),
    forbid('renderer-has-no-node', '^renderer/', '^node:', 'the window is sandboxed'),
    onlyUnder('sharp', ['ocr/prepare/', 'ocr/read/', 'tools/', 'tests/']),
    onlyUnder('better-sqlite3|kysely', ['station/store/']),
    onlyUnder('zxing-wasm', ['ocr/read/barcodes/', 'station/separators/', 'tests/']),
    onlyUnder('pdfkit', ['station/separators/']),
    onlyUnder('tesseract\\.js|tesseract\\.js-core|onnxruntime-node', ['ocr/read/engines/']),
    {
      name: 'electron-only-under-electron',
      severity: 'error',
      from: { pathNot: '^electron/' },
      to: { path: '^electron$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The module lies outside node_modules at run time, and its name is also that of our folder.
    builtInModules: { add: ['electron'] },
    exclude: { path: '^ocr/prepare/kernel/assembly/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
