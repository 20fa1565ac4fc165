import type { Command } from './commands.ts';

/** A command as it is offered on the screen: under which key, and in which words (`pileTool.<name>`). */
export interface Tool {
  readonly name:
    | 'turnRight'
    | 'turnLeft'
    | 'takeUp'
    | 'split'
    | 'join'
    | 'toTray'
    | 'rescan'
    | 'replace'
    | 'insertScan'
    | 'insertFiles'
    | 'appendScan'
    | 'appendFiles'
    | 'arrange'
    | 'separate'
    | 'goTo'
    | 'nextDoubt'
    | 'earlier'
    | 'putBack'
    | 'dismiss'
    | 'undo'
    | 'redo';
  /** As the list of keys names it. */
  readonly stroke: string;
  readonly command: Command;
}

/** What can be done with pages of the pile, in the order of how often it is. */
export const pileTools: readonly Tool[] = [
  { name: 'turnRight', stroke: 'R', command: { kind: 'turn', clockwiseDeg: 90 } },
  { name: 'turnLeft', stroke: 'Shift+R', command: { kind: 'turn', clockwiseDeg: 270 } },
  { name: 'takeUp', stroke: 'M', command: { kind: 'take-up' } },
  { name: 'split', stroke: 'D', command: { kind: 'split' } },
  { name: 'join', stroke: 'U', command: { kind: 'join' } },
  { name: 'toTray', stroke: 'Delete', command: { kind: 'to-tray' } },
  { name: 'rescan', stroke: 'N', command: { kind: 'rescan' } },
  { name: 'replace', stroke: 'F', command: { kind: 'replace' } },
  { name: 'insertScan', stroke: 'I', command: { kind: 'insert-scan', where: 'here' } },
  { name: 'insertFiles', stroke: 'Shift+I', command: { kind: 'insert-files', where: 'here' } },
  { name: 'appendScan', stroke: 'A', command: { kind: 'insert-scan', where: 'end' } },
  { name: 'appendFiles', stroke: 'Shift+A', command: { kind: 'insert-files', where: 'end' } },
  { name: 'arrange', stroke: 'F7', command: { kind: 'arrange' } },
  { name: 'separate', stroke: 'F8', command: { kind: 'separate' } },
  { name: 'goTo', stroke: 'G', command: { kind: 'go-to' } },
  { name: 'nextDoubt', stroke: 'F3', command: { kind: 'next-doubt' } },
  { name: 'earlier', stroke: 'O', command: { kind: 'earlier' } },
];

export const trayTools: readonly Tool[] = [
  { name: 'putBack', stroke: 'Enter', command: { kind: 'put-back' } },
  { name: 'dismiss', stroke: 'Delete', command: { kind: 'dismiss' } },
];

export interface StepTool extends Tool {
  readonly name: 'undo' | 'redo';
}

/** What takes an edit back and does it again, in the pile and in the tray. */
export const stepTools: readonly StepTool[] = [
  { name: 'undo', stroke: 'Ctrl+Z', command: { kind: 'undo' } },
  { name: 'redo', stroke: 'Ctrl+Shift+Z', command: { kind: 'redo' } },
];

/** Whether a tool changes nothing, so that somebody who only looks may have it. */
export function looksOnly({ name }: Tool): boolean {
  return name === 'goTo' || name === 'nextDoubt' || name === 'earlier';
}
