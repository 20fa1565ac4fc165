import { useEffect, useRef } from 'react';
import { type Command, commandOf } from './commands.ts';

/** Commands that work wherever the focus is. Those of the editor itself are heard by the editor. */
export function useShortcuts(run: (command: Command) => void, active: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event, 'elsewhere');
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [active]);
}
