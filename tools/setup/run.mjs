// Runs a script of this project with everything it needs in place. Plain JavaScript without imports from packages: it must
// start on a fresh checkout, under whatever Node the system has.
//
//   node tools/setup/run.mjs [--debian <group>] [<script> [argument...]]
//
// 1. `npm ci` when the installed packages do not fit the lock file; 2. the Debian packages of the group, where it may;
// 3. the script, under the project's own Node (node_modules/.bin/node), which the shell's cached path would miss.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');

const debianGroups = {
  test: ['chromium-headless-shell', 'xvfb', 'xauth', 'sane-utils', 'sane-airscan', 'openssl'],
  window: ['chromium'],
  bench: ['tesseract-ocr', 'tesseract-ocr-ita'],
  train: ['python3-torch'],
};

function run(command, commandArguments, options = {}) {
  const result = spawnSync(command, commandArguments, { cwd: root, stdio: ['inherit', 2, 'inherit'], ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Whether what npm noted down as installed is what the lock file asks for; optional packages may be for other platforms. */
function fitsLock() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(modules, '.package-lock.json'));
  const isThere = ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version;
  const isWanted = ([path, { version }]) => wanted[path]?.version === version;
  return Object.entries(wanted).every(isThere) && Object.entries(installed).every(isWanted);
}

function installPackages() {
  if (fitsLock()) return;
  const npm = process.env.npm_execpath;
  const status = npm ? run(process.execPath, [npm, 'ci']) : run('npm', ['ci'], { shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status);
}

function isInstalled(name) {
  const query = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
  return query.status === 0 && query.stdout.includes('Status: install ok installed');
}

function installDebianPackages(group) {
  const names = debianGroups[group];
  if (names === undefined) throw new Error(`no group of Debian packages is called ${group}`);
  if (process.platform !== 'linux' || spawnSync('dpkg-query', ['--version']).status !== 0) return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    process.stderr.write(`These Debian packages are needed: sudo apt-get install ${missing.join(' ')}\n`);
    process.exit(1);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  const status = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env });
  if (status !== 0) process.exit(status);
}

const [, , ...words] = process.argv;
const group = words[0] === '--debian' ? words.splice(0, 2)[1] : undefined;
installPackages();
if (group !== undefined) installDebianPackages(group);
if (words.length > 0) {
  const bin = join(modules, '.bin');
  const env = {
    // Kept compiled: a test run starts hundreds of processes from the same sources.
    NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled'),
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  };
  const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  process.exit(run(node, words, { env, stdio: 'inherit' }));
}
