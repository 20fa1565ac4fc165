import type { Step } from './selection.ts';

export type Stroke = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'>;

/** What a key asks for while the pile is in focus. */
export type Command =
  | { readonly kind: 'step'; readonly step: Step; readonly extend: boolean }
  | { readonly kind: 'turn'; readonly clockwiseDeg: 90 | 270 }
  | { readonly kind: 'put'; readonly where: 'before' | 'after' }
  | { readonly kind: 'insert-scan' | 'insert-files'; readonly where: 'here' | 'end' }
  | { readonly kind: SimpleCommand };

export type SimpleCommand =
  | 'pick'
  | 'pick-all'
  | 'leave'
  | 'take-up'
  | 'split'
  | 'join'
  | 'to-tray'
  | 'put-back'
  | 'dismiss'
  | 'rescan'
  | 'replace'
  | 'undo'
  | 'redo'
  | 'other-list'
  | 'arrange'
  | 'separate'
  | 'go-to'
  | 'next-doubt'
  | 'earlier';

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
};

/** Keys that mean the same in the pile and in the tray. */
const anywhere: Readonly<Record<string, Command>> = {
  ' ': { kind: 'pick' },
  'Ctrl+a': { kind: 'pick-all' },
  Escape: { kind: 'leave' },
  'Ctrl+z': { kind: 'undo' },
  'Ctrl+Shift+z': { kind: 'redo' },
  'Ctrl+y': { kind: 'redo' },
  F6: { kind: 'other-list' },
};

const inPile: Readonly<Record<string, Command>> = {
  r: { kind: 'turn', clockwiseDeg: 90 },
  'Shift+r': { kind: 'turn', clockwiseDeg: 270 },
  m: { kind: 'take-up' },
  Enter: { kind: 'put', where: 'before' },
  'Shift+Enter': { kind: 'put', where: 'after' },
  d: { kind: 'split' },
  u: { kind: 'join' },
  Delete: { kind: 'to-tray' },
  n: { kind: 'rescan' },
  f: { kind: 'replace' },
  i: { kind: 'insert-scan', where: 'here' },
  'Shift+i': { kind: 'insert-files', where: 'here' },
  a: { kind: 'insert-scan', where: 'end' },
  'Shift+a': { kind: 'insert-files', where: 'end' },
  F7: { kind: 'arrange' },
  F8: { kind: 'separate' },
  g: { kind: 'go-to' },
  F3: { kind: 'next-doubt' },
  o: { kind: 'earlier' },
};

const inTray: Readonly<Record<string, Command>> = {
  Enter: { kind: 'put-back' },
  Delete: { kind: 'dismiss' },
};

/** Reads a key stroke. Only the cursor runs on while a key is held down: an edit never repeats by itself. */
export function commandOf(stroke: Stroke, tray: boolean): Command | null {
  const step = steps[stroke.key];
  if (step !== undefined && !stroke.altKey && !stroke.metaKey) {
    const jumps = step === 'first' || step === 'last';
    return stroke.ctrlKey && !jumps ? null : { kind: 'step', step, extend: stroke.shiftKey };
  }
  if (stroke.repeat || stroke.altKey) return null;
  const name = nameOf(stroke);
  return anywhere[name] ?? (tray ? inTray : inPile)[name] ?? null;
}

/** For example `Ctrl+Shift+z`; the command key of other systems counts as Ctrl. */
function nameOf({ key, ctrlKey, metaKey, shiftKey }: Stroke): string {
  const names = [(ctrlKey || metaKey) && 'Ctrl', shiftKey && 'Shift', key.length === 1 ? key.toLowerCase() : key];
  return names.filter((name) => name !== false).join('+');
}
