import type { ScanView } from '../../../contract/capture.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { Tone } from '../../ui/Notice.tsx';

/** How the state of a scan looks. The word beside it is `scanState.<state>` of the translations. */
export function scanStateLook({ state, stop }: Pick<ScanView, 'state' | 'stop'>): {
  readonly tone: Tone;
  readonly icon: IconName;
} {
  switch (state) {
    case 'scanning':
      return { tone: 'muted', icon: 'wait' };
    case 'held':
      return { tone: 'doubt', icon: 'wait' };
    case 'stopped':
      return stop === null || isOrdinaryStop(stop.code)
        ? { tone: 'doubt', icon: 'wait' }
        : { tone: 'wrong', icon: 'warning' };
    case 'finished':
      return { tone: 'sure', icon: 'sure' };
  }
}

/** The end of a pile, and what a person asked for, are no trouble. */
export function isOrdinaryStop(code: NonNullable<ScanView['stop']>['code']): boolean {
  return code === 'feeder-empty' || code === 'ended-by-person';
}
