import { useEffect } from 'react';
import { type Command, commandOf } from './commands.ts';

/** Commands that work wherever the focus is. Those of the editor itself are heard by the editor. `run` stays the same. */
export function useShortcuts(run: (command: Command) => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event, 'elsewhere');
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [run, active]);
}
