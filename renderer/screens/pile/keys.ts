import type { KeyLine } from '../../ui/key-names.ts';
import { pileTools, stepTools, trayTools } from './tools.ts';

/** What `commands.ts` hears, told to people. A test holds the two against each other. */
export const pileKeys: readonly KeyLine[] = [
  { strokes: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], meaning: 'pile.keyMove' },
  { strokes: ['Home', 'End', 'PageUp', 'PageDown'], meaning: 'pile.keyMoveFar' },
  { strokes: ['Shift+ArrowLeft', 'Shift+ArrowRight'], meaning: 'pile.keyExtend' },
  { strokes: ['Space'], meaning: 'pile.keyPick' },
  { strokes: ['Ctrl+A'], meaning: 'pile.keyPickAll' },
  { strokes: ['Enter'], meaning: 'pile.putBefore' },
  { strokes: ['Shift+Enter'], meaning: 'pile.putAfter' },
  { strokes: ['Escape'], meaning: 'pile.keyLeave' },
  { strokes: ['F6'], meaning: 'pile.keyOther' },
  ...[...pileTools, ...trayTools, ...stepTools].map(
    ({ stroke, name }): KeyLine => ({ strokes: [stroke], meaning: `pileTool.${name}` }),
  ),
];
