import { describe, expect, it } from 'vitest';
import { parseCapabilities } from '../../../station/capture/scanners/escl/capabilities.ts';
import { writeScanSettings } from '../../../station/capture/scanners/escl/scan-settings.ts';
import { obstacleOf, parseStatus } from '../../../station/capture/scanners/escl/status.ts';
import { ownCapabilities, writeStatus } from '../../fixtures/scanners/escl/documents.ts';

const settings = { source: 'feeder', duplex: true, colour: 'grey', resolutionDpi: 300, paper: 'a4' } as const;

describe('what an eSCL scanner says of itself', () => {
  it('is read whatever prefixes it uses', () => {
    const renamed = ownCapabilities.replaceAll('scan:', 'x:').replaceAll('pwg:', 'y:');
    expect(parseCapabilities(renamed)).toEqual(parseCapabilities(ownCapabilities));
  });

  it('may give resolutions as a range', () => {
    const range =
      '<scan:ResolutionRange><scan:XResolutionRange><scan:Min>75</scan:Min><scan:Max>600</scan:Max><scan:Step>25</scan:Step></scan:XResolutionRange></scan:ResolutionRange>';
    const text = ownCapabilities.replaceAll(/<scan:DiscreteResolutions>.*?<\/scan:DiscreteResolutions>/g, range);
    expect(parseCapabilities(text).sources[0]?.resolutionsDpi).toEqual([75, 100, 150, 200, 300, 400, 600]);
  });

  it.each(['', 'busy', '<a>', '<scan:Other/>', `<!DOCTYPE x [<!ENTITY e "e">]>${ownCapabilities}`])(
    'is refused when it is none (%s)',
    (text) => {
      expect(() => parseCapabilities(text)).toThrow(expect.objectContaining({ code: 'device-failed' }));
    },
  );

  it.each([
    ['Idle', 'ScannerAdfLoaded', null],
    ['Idle', 'ScannerAdfEmpty', 'empty'],
    ['Idle', 'ScannerAdfJam', 'jam'],
    ['Processing', 'ScannerAdfEmpty', 'busy'],
    ['Processing', 'ScannerAdfJam', 'jam'],
    ['Idle', 'ScannerAdfMultipickDetected', 'double-feed'],
    ['Idle', 'ScannerAdfHatchOpen', 'cover-open'],
    ['Stopped', 'ScannerAdfLoaded', 'failed'],
    ['Idle', 'ScannerAdfOfTomorrow', 'failed'],
  ])('%s with %s keeps a feeder job from starting as %s', (state, feeder, obstacle) => {
    expect(obstacleOf(parseStatus(writeStatus(state, feeder, []), null), 'feeder')).toBe(obstacle);
  });

  it('finds our job among others by the last part of its address', () => {
    const listed = { completed: 1, left: 2, state: 'Processing' };
    const text = writeStatus('Processing', 'ScannerAdfEmpty', [
      { ...listed, path: '/eSCL/ScanJobs/1', left: 0 },
      { ...listed, path: 'http://scanner.local/eSCL/ScanJobs/2/' },
    ]);
    expect(parseStatus(text, '/eSCL/ScanJobs/2').job?.imagesToTransfer).toBe(2);
    expect(parseStatus(text, '/eSCL/ScanJobs/3').job).toBeNull();
  });
});

describe('a scan job', () => {
  it('asks for the settings in the units of eSCL', () => {
    const body = writeScanSettings(parseCapabilities(ownCapabilities), settings);
    expect(body).toContain('<pwg:Version>2.63</pwg:Version>');
    expect(body).toContain('<pwg:Height>3507</pwg:Height>');
    expect(body).toContain('<pwg:Width>2480</pwg:Width>');
    expect(body).toContain('<scan:ColorMode>Grayscale8</scan:ColorMode>');
    expect(body).toContain('<scan:XResolution>300</scan:XResolution>');
    expect(body).not.toContain('Multipick');
  });

  it('asks for double feeds to be noticed where the feeder can', () => {
    const able = ownCapabilities.replace(
      '</scan:AdfOptions>',
      '<scan:AdfOption>MultipickDetection</scan:AdfOption></scan:AdfOptions>',
    );
    expect(writeScanSettings(parseCapabilities(able), settings)).toContain(
      '<scan:MultipickDetection>true</scan:MultipickDetection>',
    );
  });

  it('never writes into a request what a scanner sent as its version', () => {
    const hostile = ownCapabilities.replace('>2.63<', '>2.6&lt;/pwg:Version&gt;<');
    expect(writeScanSettings(parseCapabilities(hostile), settings)).toContain('<pwg:Version>2.0</pwg:Version>');
  });
});
