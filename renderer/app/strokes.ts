const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

/** Whether a pressed key counts as a keystroke: modifiers count with the key that they change. */
export function isStroke({ key }: Pick<KeyboardEvent, 'key'>): boolean {
  return !modifiers.includes(key);
}
