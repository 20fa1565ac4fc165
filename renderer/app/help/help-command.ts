export type HelpCommand = 'manual' | 'keys';

type Stroke = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * Reads a key stroke that asks for help. A question mark is written while the caret is in a text, so Shift and F1 ask for
 * the same there.
 */
export function helpCommandOf(stroke: Stroke, inText: boolean): HelpCommand | null {
  if (stroke.altKey || stroke.ctrlKey || stroke.metaKey) return null;
  if (stroke.key === 'F1') return stroke.shiftKey ? 'keys' : 'manual';
  return stroke.key === '?' && !inText ? 'keys' : null;
}

const textless = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether what is typed at this element is written somewhere. */
export function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !textless.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
