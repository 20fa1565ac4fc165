/** A platform that the application is packaged for. */
export interface Platform {
  readonly id: 'linux-x64' | 'win32-x64';
  /** As npm names it. */
  readonly os: 'linux' | 'win32';
  readonly cpu: 'x64';
  readonly builderFlag: '--linux' | '--windows';
  /** Folder under dist/ that electron-builder leaves the application in. */
  readonly unpackedFolder: string;
  readonly executable: string;
  /** Names of the installer, real and over the stub Electron. */
  installerName(version: string, isStub: boolean): string;
}

export const linux: Platform = {
  id: 'linux-x64',
  os: 'linux',
  cpu: 'x64',
  builderFlag: '--linux',
  unpackedFolder: 'linux-unpacked',
  executable: 'tabularium',
  installerName: (version, isStub) => `tabularium_${version}_amd64${isStub ? '-stub' : ''}.deb`,
};

export const windows: Platform = {
  id: 'win32-x64',
  os: 'win32',
  cpu: 'x64',
  builderFlag: '--windows',
  unpackedFolder: 'win-unpacked',
  executable: 'Tabularium.exe',
  installerName: (version, isStub) => `Tabularium-Setup-${version}-x64${isStub ? '-stub' : ''}.exe`,
};

export const platforms = [linux, windows] as const;
