import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { menuLanguage } from '../../../electron/menu-language.ts';
import { isBundleAddress } from '../../../electron/origin.ts';
import { findPlaces } from '../../../electron/places.ts';

const checkout = { packagedResources: null, userDataFolder: '/home/ada/.config/tabularium', commandLine: [] };

describe('where things are', () => {
  it('is the checkout while nothing is packaged', () => {
    const places = findPlaces({ ...checkout, mainFolder: '/src/out/main', appFolder: '/src' });
    expect(places).toMatchObject({
      dataFolder: join('/home/ada/.config/tabularium', 'workstation'),
      resourcesFolder: join('/src', 'resources'),
      stationEntry: join('/src/out/main', 'station.js'),
      preload: join('/src/out', 'preload', 'preload.cjs'),
    });
  });

  it('is outside the archive for what runs as a process of its own', () => {
    const appFolder = '/opt/Tabularium/resources/app.asar';
    const places = findPlaces({
      ...checkout,
      packagedResources: '/opt/Tabularium/resources',
      mainFolder: `${appFolder}/out/main`,
      appFolder,
    });
    expect(places.stationEntry).toBe('/opt/Tabularium/resources/app.asar.unpacked/out/main/station.js');
    expect(places.workerEntry).toBe('/opt/Tabularium/resources/app.asar.unpacked/out/main/page-worker.js');
    expect(places.rendererFolder).toBe(`${appFolder}/out/renderer`);
    expect(places.resourcesFolder).toBe('/opt/Tabularium/resources');
  });

  it('follows --data-folder', () => {
    const commandLine = ['tabularium', '--data-folder=/srv/paper'];
    expect(findPlaces({ ...checkout, commandLine, mainFolder: '/m', appFolder: '/a' }).dataFolder).toBe('/srv/paper');
  });
});

describe('an address of the window itself', () => {
  it.each([
    ['app://bundle/index.html', true],
    ['app://bundle/index.html#/batches', true],
    ['app://page/x', false],
    ['app://bundle.example/index.html', false],
    ['https://bundle/index.html', false],
    ['javascript:alert(1)', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => {
    expect(isBundleAddress(address)).toBe(expected);
  });
});

describe('the language of the menu', () => {
  it('is Italian on an Italian system, else English', () => {
    expect(['it', 'it-IT', 'IT', 'en-GB', 'de', ''].map(menuLanguage)).toEqual(['it', 'it', 'it', 'en', 'en', 'en']);
  });
});
