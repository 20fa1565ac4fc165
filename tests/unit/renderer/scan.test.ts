import { describe, expect, test } from 'vitest';
import type { ScannerCapabilities } from '../../../contract/capture.ts';
import { deviceOfAddress, withDevice } from '../../../renderer/screens/scan/devices.ts';
import { choicesFor, firstSettings, fitTo, withLaying } from '../../../renderer/screens/scan/scan-settings.ts';
import { actionsFor, compareSheets, isPileDoubtful } from '../../../renderer/screens/scan/session.ts';
import { feederOffer, fixtureScan, fixtureScanner } from '../../fixtures/renderer/scans.ts';

const message = { it: 'testo', en: 'text' };

describe('the settings of a scan', () => {
  const glass = { ...feederOffer, source: 'flatbed' as const, duplex: false, maxHeightMm: 297 };
  const scanner: ScannerCapabilities = { model: 'Mock', sources: [feederOffer, glass] };

  test('offer only what the scanner can do', () => {
    const choices = choicesFor(scanner, firstSettings);
    expect(choices).toMatchObject({ layings: ['feederBothSides', 'flatbed'], colours: ['colour', 'grey'] });
    expect(choices.papers).toEqual(['a4', 'a5', 'letter', 'legal', 'largest']);
    expect(choicesFor(scanner, withLaying(firstSettings, 'flatbed')).papers).not.toContain('legal');
  });

  test('remembered for another scanner become the nearest that this one can do', () => {
    const wanted = { ...firstSettings, colour: 'black-white', resolutionDpi: 400, paper: 'a3' } as const;
    expect(fitTo(scanner, wanted)).toEqual({ ...wanted, colour: 'colour', resolutionDpi: 600, paper: 'largest' });
    expect(fitTo(scanner, { ...firstSettings, duplex: false })).toEqual(firstSettings);
    expect(fitTo(scanner, firstSettings)).toEqual(firstSettings);
  });
});

describe('a scanner by its address', () => {
  test('is of the network when the address is one of the web', () => {
    expect(deviceOfAddress('http://192.0.2.7')).toMatchObject({ driver: 'escl', address: 'http://192.0.2.7/eSCL' });
    expect(deviceOfAddress(' https://192.0.2.7:443/scan/ ')).toMatchObject({ address: 'https://192.0.2.7/scan' });
    expect(deviceOfAddress('192.0.2.7:8080')).toMatchObject({ driver: 'escl', name: '192.0.2.7:8080' });
  });

  test('is else a name of SANE, and nothing when it is empty', () => {
    expect(deviceOfAddress('fujitsu:fi-7160:1234')).toMatchObject({ driver: 'sane' });
    expect(deviceOfAddress('  ')).toBeNull();
    expect(deviceOfAddress('http://')).toBeNull();
  });

  test('is listed once, also when the search finds it', () => {
    expect(withDevice([fixtureScanner], { ...fixtureScanner, name: 'the same' })).toEqual([fixtureScanner]);
    expect(withDevice([], fixtureScanner)).toEqual([fixtureScanner]);
  });
});

describe('a scan', () => {
  const empty = { code: 'feeder-empty', message } as const;
  const stopped = { ...fixtureScan(), state: 'stopped' } as const;

  test('that ran through with the sheets that were counted is finished next', () => {
    expect(actionsFor({ ...stopped, stop: empty, sheets: 10 })[0]).toBe('finish');
  });

  test('that stopped for another reason, or too early, goes on next', () => {
    expect(actionsFor({ ...stopped, stop: { code: 'jam', message }, sheets: 10 })[0]).toBe('resume');
    expect(actionsFor({ ...stopped, stop: empty, sheets: 9 })[0]).toBe('resume');
    expect(actionsFor({ ...stopped, stop: empty, sheets: 10, sheetIncomplete: true })[0]).toBe('resume');
  });

  test('is doubtful while its sheets are not those that were counted', () => {
    expect(compareSheets({ ...stopped, sheets: 7 })).toEqual({ kind: 'missing', sheets: 3 });
    expect(compareSheets({ ...stopped, sheets: 11 })).toEqual({ kind: 'surplus', sheets: 1 });
    expect(isPileDoubtful({ ...stopped, sheets: 10 })).toBe(false);
    expect(isPileDoubtful({ ...stopped, expectedSheets: null })).toBe(false);
  });
});
