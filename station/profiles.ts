import type { Profile } from '../contract/batch.ts';
import type { Separation } from '../contract/pile.ts';
import type { SamplingPlan } from '../contract/sampling.ts';
import type { CaptureDemands } from '../ocr/model/quality.ts';
import type { ReadSettings } from '../ocr/model/result.ts';

/** A profile with what the pipeline needs of it. */
export interface StationProfile extends Profile {
  readonly settings: ReadSettings;
  /** What is demanded of pictures at the scanner. */
  readonly demands: CaptureDemands;
  /** How its accepted fields are checked by sampling. */
  readonly sampling: SamplingPlan;
  /** How its piles are cut into documents; at the forms that are recognised where it is absent. */
  readonly separation?: Separation;
  /** Whether blank pages go to the tray; those of scanned piles alone where it is absent. */
  readonly blanksToTray?: boolean;
}

/** One accepted field in two hundred, and one error in a hundred. */
const usualSampling: SamplingPlan = { sampleRate: 0.005, errorLimit: 0.01 };

/** Whatever can be read will do. */
const readable: CaptureDemands = {
  leastDpi: null,
  grey: false,
  lossless: false,
  mostSkewDeg: 5,
  mostClippedShare: null,
};

/** The profiles that come with the program. The first is the one taken when none is named. */
export const builtInProfiles: readonly [StationProfile, ...StationProfile[]] = [
  {
    id: 'general',
    title: { it: 'Pratiche in italiano', en: 'Papers in Italian' },
    destinationId: null,
    settings: { language: 'ita', mode: 'auto' },
    demands: readable,
    sampling: usualSampling,
  },
  {
    id: 'general-english',
    title: { it: 'Pratiche in inglese', en: 'Papers in English' },
    destinationId: null,
    settings: { language: 'eng', mode: 'auto' },
    demands: readable,
    sampling: usualSampling,
  },
  {
    id: 'amministrativo',
    title: { it: 'Archivio amministrativo (300 ppi)', en: 'Administrative records (300 ppi)' },
    destinationId: null,
    settings: { language: 'ita', mode: 'auto' },
    demands: { leastDpi: 300, grey: true, lossless: false, mostSkewDeg: 3, mostClippedShare: null },
    sampling: usualSampling,
  },
  {
    id: 'storico',
    title: { it: 'Archivio storico (da 400 ppi, senza perdita)', en: 'Historic records (from 400 ppi, lossless)' },
    destinationId: null,
    settings: { language: 'ita', mode: 'auto' },
    // A master is what remains of the paper: as the laboratories' guidelines ask, no loss and no tone at the end of its scale.
    demands: { leastDpi: 400, grey: true, lossless: true, mostSkewDeg: 2, mostClippedShare: 0.05 },
    // Its paper will not be looked at again soon.
    sampling: { sampleRate: 0.02, errorLimit: 0.01 },
  },
];

export function findProfile(id: string): StationProfile | undefined {
  return builtInProfiles.find((profile) => profile.id === id);
}
