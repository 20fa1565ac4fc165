import { useEffect, useRef } from 'react';
import { useHelp } from '../app/help/help.ts';

/**
 * Runs `act` when a stroke that writes nothing, such as `F2` or `Ctrl+L`, is pressed, wherever the focus is. Holding it down
 * does not repeat it.
 */
export function useKey(stroke: string, act: () => void, active = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented || event.isComposing || strokeOf(event) !== stroke) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [stroke, active]);
}

/** The same for a key of the present screen: while help lies over the screen, keys belong to the help. */
export function useScreenKey(stroke: string, act: () => void, active = true): void {
  const help = useHelp();
  useKey(stroke, act, active && !help.shown);
}

/** As key lists write it, for example `Ctrl+L`; the command key of other systems counts as Ctrl. */
function strokeOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const names = [
    altKey && 'Alt',
    (ctrlKey || metaKey) && 'Ctrl',
    shiftKey && 'Shift',
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return names.filter((name) => name !== false).join('+');
}
