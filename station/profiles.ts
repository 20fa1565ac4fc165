import type { Profile } from '../contract/batch.ts';
import type { ReadSettings } from '../ocr/model/result.ts';

/** A profile with what the pipeline needs of it. */
export interface StationProfile extends Profile {
  readonly settings: ReadSettings;
}

/** The profiles that come with the program. The first is the one taken when none is named. */
export const builtInProfiles: readonly [StationProfile, ...StationProfile[]] = [
  {
    id: 'general',
    title: { it: 'Pratiche in italiano', en: 'Papers in Italian' },
    destinationId: null,
    settings: { language: 'ita', mode: 'auto' },
  },
  {
    id: 'general-english',
    title: { it: 'Pratiche in inglese', en: 'Papers in English' },
    destinationId: null,
    settings: { language: 'eng', mode: 'auto' },
  },
];

export function findProfile(id: string): StationProfile | undefined {
  return builtInProfiles.find((profile) => profile.id === id);
}
