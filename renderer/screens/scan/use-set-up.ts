import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../contract/batch.ts';
import type { ScanDevice, ScanSettings, TestScan } from '../../../contract/capture.ts';
import { textIn } from '../../app/i18n.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { useUsualProfile } from '../../app/use-usual-profile.ts';
import { draftOf, type SeparationDraft, separationOf } from '../../separation/separation-draft.ts';
import { formatInstant } from '../../ui/dates.ts';
import { sheetsOf } from './counted-sheets.ts';
import { type Choices, choicesFor, firstSettings, fitTo } from './scan-settings.ts';

/** What is about to be scanned and how, as the form holds it. */
export interface SetUp {
  readonly profiles: readonly Profile[];
  readonly profileId: string | null;
  readonly name: string;
  readonly device: ScanDevice | null;
  readonly settings: ScanSettings;
  readonly choices: Choices;
  readonly expectedSheets: string;
  readonly separation: SeparationDraft;
  /** True while it is not known yet which scanner this profile used last. */
  readonly remembering: boolean;
  /** Why the scanner does not say what it can do. */
  readonly deviceTrouble: unknown;
  readonly startTrouble: unknown;
  readonly starting: boolean;
  readonly test: {
    readonly result: TestScan | null;
    readonly trouble: unknown;
    readonly running: boolean;
  };
  chooseProfile(profileId: string): void;
  chooseDevice(device: ScanDevice): void;
  setName(name: string): void;
  setSettings(settings: ScanSettings): void;
  setExpectedSheets(text: string): void;
  setSeparation(separation: SeparationDraft): void;
  /** Makes the batch and goes to its scan. Does nothing while something is missing. */
  start(): void;
  runTest(): void;
}

export function useSetUp(): SetUp {
  const { i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const profiles = useQuery(queries.profiles());
  const [chosenProfile, chooseProfile] = useState<string | null>(null);
  const [chosenDevice, setDevice] = useState<ScanDevice | null>(null);
  const [chosenSettings, setSettings] = useState<ScanSettings | null>(null);
  const [ownName, setName] = useState<string | null>(null);
  const [expectedSheets, setExpectedSheets] = useState('');
  const [chosenSeparation, setSeparation] = useState<SeparationDraft | null>(null);
  const [openedAt] = useState(() => new Date().toISOString());

  const usual = useUsualProfile(profiles.data ?? []);
  const profile = profiles.data?.find(({ id }) => id === chosenProfile) ?? usual;
  const profileId = profile?.id ?? null;
  const remembered = useQuery({ ...queries.rememberedScan(profileId ?? ''), enabled: profileId !== null });
  const known = chosenDevice ?? remembered.data?.scan?.device ?? null;
  const remembering = profileId === null || remembered.isPending;
  const scanners = useQuery({ ...queries.scanners(), enabled: !remembering && known === null });
  // Where there is but one scanner nobody need choose it.
  const only = scanners.data?.devices.length === 1 ? scanners.data.devices[0] : undefined;
  const device = known ?? only ?? null;
  const capabilities = useQuery(queries.capabilities(device));
  const wanted = chosenSettings ?? remembered.data?.scan?.settings ?? firstSettings;
  const settings = capabilities.data === undefined ? wanted : fitTo(capabilities.data, wanted);
  const separation = chosenSeparation ?? draftOf(remembered.data?.separation ?? { by: 'forms' });
  const suggested =
    profile === null ? '' : `${textIn(i18n.language, profile.title)}, ${formatInstant(openedAt, i18n.language)}`;
  const name = ownName ?? suggested;

  const start = useMutation({
    mutationFn: (scan: Parameters<typeof station.scans.start>[0]) => station.scans.start(scan),
    onSuccess: ({ batchId }, { profileId: used }) => {
      void queryClient.invalidateQueries({ queryKey: queries.rememberedScan(used).queryKey });
      navigate({ screen: 'scan', batchId }, { replace: true });
    },
  });
  const test = useMutation({
    mutationFn: (tried: Parameters<typeof station.scans.test>[0]) => station.scans.test(tried),
  });

  return {
    profiles: profiles.data ?? [],
    ...{ profileId, name, device, settings, expectedSheets, separation },
    choices: choicesFor(capabilities.data ?? null, settings),
    remembering,
    deviceTrouble: capabilities.error,
    startTrouble: start.error,
    starting: start.isPending,
    test: { result: test.data ?? null, trouble: test.error, running: test.isPending },
    chooseProfile(id) {
      chooseProfile(id);
      setDevice(null);
      setSettings(null);
      setSeparation(null);
      test.reset();
    },
    chooseDevice(chosen) {
      setDevice(chosen);
      test.reset();
    },
    ...{ setName, setSettings, setExpectedSheets, setSeparation },
    start() {
      if (profileId === null || device === null || name.trim() === '' || start.isPending) return;
      if (expectedSheets.trim() !== '' && sheetsOf(expectedSheets) === null) return;
      const cut = separationOf(separation);
      if (cut === null) return;
      const counted = sheetsOf(expectedSheets);
      start.mutate({ name: name.trim(), profileId, device, settings, expectedSheets: counted, separation: cut });
    },
    runTest() {
      if (profileId !== null && device !== null && !test.isPending) test.mutate({ profileId, device, settings });
    },
  };
}
