import type { KeyLine } from '../../ui/key-names.ts';

/** What a key asks for about the document in focus in the list of what waits. */
export type WaitingCommand = 'urgent' | 'postpone' | 'assign' | 'take-over';

export const waitingCommands: Readonly<Record<string, WaitingCommand>> = {
  F2: 'urgent',
  F4: 'postpone',
  F6: 'assign',
  F9: 'take-over',
};

export const oversightKeys: readonly KeyLine[] = [
  { strokes: ['ArrowUp', 'ArrowDown'], meaning: 'keys.waitingMove' },
  { strokes: ['F2'], meaning: 'keys.waitingUrgent' },
  { strokes: ['F4'], meaning: 'keys.waitingPostpone' },
  { strokes: ['F6'], meaning: 'keys.waitingAssign' },
  { strokes: ['F9'], meaning: 'keys.waitingTakeOver' },
];
