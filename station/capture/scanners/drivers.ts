import type { ScanDriverName } from '../../../contract/capture.ts';
import { createEsclDriver } from './escl/driver.ts';
import type { CertificatePins } from './escl/http.ts';
import { createNaps2Driver } from './naps2/driver.ts';
import { createSaneDriver } from './sane/driver.ts';
import type { ScanDriver } from './scanner.ts';
import { createWiaDriver } from './wia/driver.ts';

export type ScanDrivers = Readonly<Partial<Record<ScanDriverName, ScanDriver>>>;

/** The ways of talking to scanners that there are on this system. */
export function createScanDrivers(pins: CertificatePins, platform: NodeJS.Platform = process.platform): ScanDrivers {
  return {
    escl: createEsclDriver({ pins }),
    ...(platform === 'linux' && { sane: createSaneDriver() }),
    ...(platform === 'win32' && { wia: createWiaDriver(), naps2: createNaps2Driver() }),
  };
}
