import type { ParseKeys } from 'i18next';

/** One line of the list of keys of a screen. */
export interface KeyLine {
  /** As the command tables name them: `Ctrl+PageDown`; `Digit` stands for 1 to 9, `Text` for what is written. */
  readonly strokes: readonly string[];
  readonly meaning: ParseKeys;
}

const named: Readonly<Record<string, ParseKeys>> = {
  Enter: 'keys.enter',
  Escape: 'keys.escape',
  Shift: 'keys.shift',
  Ctrl: 'keys.control',
  Space: 'keys.space',
  Delete: 'keys.delete',
  PageDown: 'keys.pageDown',
  PageUp: 'keys.pageUp',
  Digit: 'keys.digits',
  Text: 'keys.typeKeys',
};

const drawn: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A stroke as it is written on the keyboard of the language, for example `Ctrl Pag↓`. */
export function keyName(stroke: string, t: (key: ParseKeys) => string): string {
  return stroke
    .split('+')
    .map((part) => {
      const key = named[part];
      return key === undefined ? (drawn[part] ?? part) : t(key);
    })
    .join(' ');
}
