import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale, checkout } from '../shell/build.ts';
import { fetchElectron, findElectron } from '../shell/electron-binary.ts';
import { buildInstaller } from './builder.ts';
import { ensureDebianTools, isDebian, layOutDebianTools } from './debian-tools.ts';
import { type Check, checkFileSet } from './file-set.ts';
import { checkFirstWindow } from './first-window.ts';
import { checkFuses } from './fuses.ts';
import { checkDebianPackage, checkWindowsInstaller } from './installers.ts';
import { linux, type Platform, platforms } from './platforms.ts';
import { printChecks, printSizes } from './report.ts';
import { stageApplication } from './stage.ts';
import { makeStubElectron } from './stub-electron.ts';
import { listApplication } from './tree.ts';

/**
 * `npm run package [-- --only linux-x64|win32-x64]`: installers for Linux and Windows under dist/, each checked. Exits 1
 * when a check fails.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = platforms.filter(({ id }) => values.only === undefined || values.only === id);
  if (chosen.length === 0) throw new Error(`no platform is called ${values.only}`);
  const version = readVersion('package.json');
  const electronVersion = readVersion('node_modules/electron/package.json');
  const isReal = (findElectron(checkout) ?? fetchElectron(checkout)) !== null;
  if (!isReal) console.error('Electron cannot be fetched: packaging over a stub; the installers are named -stub.');
  if (isDebian()) ensureDebianTools();
  const tools = isDebian() ? await layOutDebianTools() : { environment: {}, remove: async () => {} };
  buildIfStale();
  const checks: Check[] = [];
  try {
    for (const platform of chosen) {
      console.error(`Packaging for ${platform.id} ...`);
      const stub = isReal ? null : join(checkout, 'dist', 'stub-electron', platform.id);
      if (stub !== null) await makeStubElectron(stub, platform, electronVersion);
      const application = await stageApplication(checkout, platform);
      const installer = buildInstaller({
        checkout,
        platform,
        application,
        version,
        electronVersion,
        stub,
        tools: tools.environment,
      });
      checks.push(...(await checkPackage(platform, installer)));
    }
  } finally {
    await tools.remove();
  }
  if (printChecks(checks) > 0) process.exitCode = 1;
}

async function checkPackage(platform: Platform, installer: string): Promise<Check[]> {
  const application = join(checkout, 'dist', platform.unpackedFolder);
  const files = listApplication(application);
  printSizes(relative(checkout, installer), files);
  const always = [
    ...checkFileSet({
      files,
      platform,
      developmentModules: readDevelopmentModules(),
      formPackages: readFormPackages(),
    }),
    checkFuses(join(application, platform.executable)),
  ].map((check) => ({ ...check, rule: `${platform.id}: ${check.rule}` }));
  if (platform === linux)
    return [...always, checkDebianPackage(installer, application, files), checkFirstWindow(application)];
  const installed = await checkWindowsInstaller(installer, application, files);
  if (installed === null) console.log('skipped: the silent installation, for wine is not here (Debian: wine64)');
  return installed === null ? always : [...always, installed];
}

function readVersion(path: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(checkout, path), 'utf8'));
  return version;
}

function readFormPackages(): string[] {
  return readdirSync(join(checkout, 'resources', 'forms'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

function readDevelopmentModules(): Set<string> {
  const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    readFileSync(join(checkout, 'package-lock.json'), 'utf8'),
  );
  const names = (isDevelopment: boolean) =>
    Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== '' && (dev === true) === isDevelopment)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const needed = new Set(names(false));
  return new Set(names(true).filter((name) => !needed.has(name)));
}

await main();
