import type { KeyLine } from '../../ui/key-names.ts';

/** What the wall of snippets hears. */
export const groupKeys: readonly KeyLine[] = [
  { strokes: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], meaning: 'keys.wallMove' },
  { strokes: ['Space'], meaning: 'keys.wallOut' },
  { strokes: ['Enter'], meaning: 'keys.wallConfirm' },
  { strokes: ['Ctrl+PageDown'], meaning: 'keys.wallNext' },
  { strokes: ['Ctrl+PageUp'], meaning: 'keys.wallPrevious' },
];
