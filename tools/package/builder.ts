import { join } from 'node:path';
import type { Platform } from './platforms.ts';
import { run } from './run.ts';

export interface BuildRequest {
  readonly checkout: string;
  readonly platform: Platform;
  /** The staged application. */
  readonly application: string;
  readonly version: string;
  readonly electronVersion: string;
  /** Folder of the stub, or null for the real Electron, which electron-builder fetches. */
  readonly stub: string | null;
  /** Variables that name the tools to use. */
  readonly tools: Readonly<Record<string, string>>;
}

/** Makes the unpacked application and its installer under dist/. Returns the installer's path. */
export function buildInstaller(request: BuildRequest): string {
  const { checkout, platform } = request;
  const name = platform.installerName(request.version, request.stub !== null);
  const output = join(checkout, 'dist');
  const cli = join(checkout, 'node_modules', 'electron-builder', 'cli.js');
  const settings = [
    `-c.directories.app=${request.application}`,
    `-c.electronVersion=${request.electronVersion}`,
    `-c.artifactName=${name}`,
    ...(request.stub === null ? [] : [`-c.electronDist=${request.stub}`]),
  ];
  run(process.execPath, [cli, platform.builderFlag, '--x64', '--publish', 'never', ...settings], {
    cwd: checkout,
    environment: { ...process.env, ...request.tools },
  });
  return join(output, name);
}
