import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finishPage } from '../../../station/capture/scanners/page/finish-page.ts';
import { type ScanDriver, ScannerError } from '../../../station/capture/scanners/scanner.ts';
import { drawLabelled } from './pages.ts';
import type { Fault } from './plan.ts';

export interface ScriptedPile {
  readonly sides: readonly string[];
  readonly pageBytes: number;
  readonly fault: Fault | null;
  /** Called when the station asks for a side: all before it are safe, or it would not ask. */
  readonly onAsked: (index: number) => void;
  readonly onGiven: (label: string) => void;
  /** Called before the side at which the fault strikes is written. */
  readonly onFault: (fault: Fault) => Promise<void>;
}

/** A scanner that does what the script says. It speaks to nobody: it is the station that is tried. */
export function createScriptedDriver(pile: ScriptedPile): ScanDriver {
  return {
    name: 'escl',
    discover: async () => [],
    open: () => ({
      capabilities: async () => ({ model: 'scripted', sources: [] }),
      state: async () => 'idle',
      async *scan({ folder }) {
        for (const [index, label] of pile.sides.entries()) {
          pile.onAsked(index);
          const path = join(folder, `${index}.png`);
          const bytes = drawLabelled(label, pile.pageBytes);
          await strike(pile, index, path, bytes);
          await writeFile(path, bytes);
          const page = await finishPage(path);
          pile.onGiven(label);
          yield page;
        }
        pile.onAsked(pile.sides.length);
      },
    }),
  };
}

async function strike({ fault, onFault }: ScriptedPile, index: number, path: string, bytes: Buffer): Promise<void> {
  if (fault === null || !('at' in fault) || fault.at !== index) return;
  await onFault(fault);
  if (fault.kind === 'cut-off') {
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
    throw new ScannerError(fault.code, 'as scripted');
  }
  if (fault.kind === 'truncated') {
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
    await finishPage(path);
  }
}
