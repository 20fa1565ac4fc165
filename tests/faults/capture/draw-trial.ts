import type { ScanStopCode } from '../../../contract/capture.ts';
import type { HotFolderTrial } from './hot-folder-trial.ts';
import type { Fault } from './plan.ts';
import type { ScanTrial } from './scan-trial.ts';

export type Trial = { readonly kind: Fault['kind'] | 'hot-folder' } & (
  | { readonly scan: ScanTrial }
  | { readonly hotFolder: HotFolderTrial }
);

const scannerStops: readonly ScanStopCode[] = ['unreachable', 'jam', 'cover-open', 'double-feed', 'device-failed'];
const dayMs = 86_400_000;

/** How often each kind of trial is drawn. Kills most, because they strike between any two steps. */
const weights: Readonly<Record<Trial['kind'], number>> = {
  kill: 8,
  'disk-full': 3,
  'read-only': 2,
  'clock-back': 2,
  'cut-off': 2,
  truncated: 1,
  'hot-folder': 4,
};
const needsMounting: readonly Trial['kind'][] = ['disk-full', 'read-only'];

/** Draws one trial. The same numbers give the same trial, but not the very same moment of a kill. */
export function drawTrial(random: () => number, canMount: boolean): Trial {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[whole(0, items.length - 1)];
  const kind = drawKind(random, canMount);
  if (kind === 'hot-folder') {
    const [files, pageBytes, pauseMs, killAfterMs] = [whole(3, 12), whole(500, 50_000), whole(0, 15), whole(0, 150)];
    return { kind, hotFolder: { files, pageBytes, pauseMs, killAfterMs, clockBackMs: whole(0, 3) * dayMs } };
  }
  const [sheets, duplex, pageBytes] = [whole(3, 16), random() < 0.4, whole(500, 200_000)];
  const sides = duplex ? 2 * sheets : sheets;
  const at = whole(0, sides - 1);
  // Two lines a side are told: asked, given.
  const killing = { afterLines: whole(1, 2 * sides), delayMs: random() * 8 };
  return { kind, scan: { sheets, duplex, pageBytes, fault: faultOf() } };

  function faultOf(): Fault {
    switch (kind) {
      case 'disk-full': {
        const guarded = random() < 0.5;
        // Seen in time there is room for the page in hand; unseen there may be room for nothing.
        return { kind, at, guarded, leftBytes: guarded ? 4 * pageBytes + 2 ** 19 : whole(0, 3 * pageBytes) };
      }
      case 'read-only':
        return { kind, at, part: random() < 0.5 ? 'originals' : 'derived' };
      case 'clock-back':
        return { kind, at, byMs: whole(1, 400) * dayMs, ...killing };
      case 'cut-off':
        return { kind, at, code: pick(scannerStops) ?? 'unreachable' };
      case 'truncated':
        return { kind, at };
      default:
        return { kind: 'kill', ...killing };
    }
  }
}

function drawKind(random: () => number, canMount: boolean): Trial['kind'] {
  const kinds = trialKinds.filter((kind) => canMount || !needsMounting.includes(kind));
  let left = random() * kinds.reduce((sum, kind) => sum + weights[kind], 0);
  for (const kind of kinds) {
    left -= weights[kind];
    if (left < 0) return kind;
  }
  return 'kill';
}

export const trialKinds: readonly Trial['kind'][] = [
  ...(['kill', 'disk-full', 'read-only', 'clock-back', 'cut-off', 'truncated', 'hot-folder'] as const),
];
