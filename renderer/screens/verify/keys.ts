import type { KeyLine } from '../../ui/key-names.ts';

/** What `commands.ts` hears, told to people. A test holds the two against each other. */
export const verifyKeys: readonly KeyLine[] = [
  { strokes: ['Enter'], meaning: 'keys.accept' },
  { strokes: ['Text'], meaning: 'keys.type' },
  { strokes: ['Escape'], meaning: 'keys.cancelTyping' },
  { strokes: ['F2'], meaning: 'keys.unreadable' },
  { strokes: ['F3'], meaning: 'keys.empty' },
  { strokes: ['F4'], meaning: 'keys.takeBack' },
  { strokes: ['F5'], meaning: 'keys.repeat' },
  { strokes: ['Digit'], meaning: 'keys.choice' },
  { strokes: ['Alt+Digit'], meaning: 'keys.candidate' },
  { strokes: ['Tab'], meaning: 'keys.nextAsked' },
  { strokes: ['Shift+Tab'], meaning: 'keys.previousAsked' },
  { strokes: ['ArrowDown'], meaning: 'keys.next' },
  { strokes: ['ArrowUp'], meaning: 'keys.previous' },
  { strokes: ['F6'], meaning: 'keys.zoomIn' },
  { strokes: ['Shift+F6'], meaning: 'keys.zoomOut' },
  { strokes: ['F8'], meaning: 'keys.wholePage' },
  { strokes: ['F7'], meaning: 'keys.comment' },
  { strokes: ['F9'], meaning: 'keys.pickWords' },
  { strokes: ['F10'], meaning: 'keys.notThisForm' },
  { strokes: ['F12'], meaning: 'keys.rescan' },
  { strokes: ['Ctrl+PageDown'], meaning: 'keys.nextDocument' },
  { strokes: ['Ctrl+PageUp'], meaning: 'keys.previousDocument' },
];
