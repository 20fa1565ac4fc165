/** What a key asks for on the verification screen. */
export type Command =
  | { readonly kind: 'pick'; readonly position: number }
  | {
      readonly kind:
        | 'accept'
        | 'cancel-typing'
        | 'unreadable'
        | 'empty'
        | 'take-back'
        | 'zoom-in'
        | 'zoom-out'
        | 'whole-page'
        | 'next'
        | 'previous'
        | 'next-document'
        | 'previous-document'
        | 'next-asked'
        | 'previous-asked'
        | 'repeat-last'
        | 'comment'
        | 'pick-words'
        | 'not-this-form'
        | 'rescan';
    };

/**
 * Where the caret is: in a text, in a text that has no digits of its own, on one of the listed values, or on something else
 * that has its own use for keys.
 */
export type KeyPlace = 'text' | 'letters' | 'choices' | 'elsewhere';

export interface Stroke {
  readonly key: string;
  /** Physical key, as `KeyboardEvent.code`. */
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** True for the strokes that holding a key down adds. */
  readonly repeat: boolean;
}

export const anywhere: Record<string, Command> = {
  F2: { kind: 'unreadable' },
  F3: { kind: 'empty' },
  F4: { kind: 'take-back' },
  F5: { kind: 'repeat-last' },
  F6: { kind: 'zoom-in' },
  'Shift+F6': { kind: 'zoom-out' },
  F7: { kind: 'comment' },
  F8: { kind: 'whole-page' },
  F9: { kind: 'pick-words' },
  F10: { kind: 'not-this-form' },
  F12: { kind: 'rescan' },
  'Ctrl+PageDown': { kind: 'next-document' },
  'Ctrl+PageUp': { kind: 'previous-document' },
};

export const inEditor: Record<string, Command> = {
  Enter: { kind: 'accept' },
  Escape: { kind: 'cancel-typing' },
  ArrowDown: { kind: 'next' },
  ArrowUp: { kind: 'previous' },
  Tab: { kind: 'next-asked' },
  'Shift+Tab': { kind: 'previous-asked' },
};

/** Commands that holding a key down may repeat. A decision never repeats by itself. */
const repeating: readonly Command['kind'][] = [
  'next',
  'previous',
  'next-asked',
  'previous-asked',
  'zoom-in',
  'zoom-out',
];

/**
 * Reads a key stroke. While the caret is in a text, letters and digits belong to the text: only keys that write nothing
 * are commands there, and readings are picked with Alt and a digit. On listed values, and where a text has letters only, a
 * digit alone picks.
 */
export function commandOf(stroke: Stroke, place: KeyPlace): Command | null {
  const command = find(stroke, place);
  if (command === null || (stroke.repeat && !repeating.includes(command.kind))) return null;
  return command;
}

function find(stroke: Stroke, place: KeyPlace): Command | null {
  const name = nameOf(stroke);
  const everywhere = anywhere[name];
  if (everywhere !== undefined) return everywhere;
  if (place === 'elsewhere') return null;
  return inEditor[name] ?? pickOf(name, place);
}

function pickOf(name: string, place: KeyPlace): Command | null {
  const digit = /^(?:Alt\+)?Digit([1-9])$/.exec(name)?.[1];
  if (digit === undefined) return null;
  return place === 'choices' || place === 'letters' || name.startsWith('Alt+')
    ? { kind: 'pick', position: Number(digit) - 1 }
    : null;
}

/** For example `Ctrl+PageDown`. Digits go by the physical key, so that Alt and other layouts do not change them. */
function nameOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Stroke): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  const names = [
    altKey && 'Alt',
    ctrlKey && 'Ctrl',
    metaKey && 'Meta',
    shiftKey && 'Shift',
    digit === undefined ? key : `Digit${digit}`,
  ];
  return names.filter((name) => name !== false).join('+');
}
