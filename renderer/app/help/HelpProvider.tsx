import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { chapterOfScreen } from '../../screens/manual/chapters.ts';
import { ManualDialog } from '../../screens/manual/ManualDialog.tsx';
import { KeysDialog } from '../../ui/KeysDialog.tsx';
import { HelpContext } from './help.ts';
import { type HelpCommand, helpCommandOf, isText } from './help-command.ts';
import { keysOn, type ScreenName } from './screen-keys.ts';

export interface HelpProviderProps {
  readonly screen: ScreenName;
  readonly children: ReactNode;
}

/** Brings help over any screen, which stays as it is below: nothing typed is lost. */
export function HelpProvider({ screen, children }: HelpProviderProps) {
  const [shown, setShown] = useState<HelpCommand | null>(null);
  const before = useRef<Element | null>(null);
  const show = useCallback((what: HelpCommand) => {
    before.current ??= document.activeElement;
    setShown(what);
  }, []);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = helpCommandOf(event, isText(event.target));
      if (command === null) return;
      event.preventDefault();
      show(command);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [show]);
  /** The caret goes back to where it was. */
  useEffect(() => {
    if (shown !== null) return;
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    before.current = null;
  }, [shown]);
  const help = useMemo(() => ({ shown: shown !== null, show }), [shown, show]);
  const close = (): void => setShown(null);
  return (
    <HelpContext value={help}>
      {children}
      {shown === 'keys' ? <KeysDialog lines={keysOn(screen)} onClose={close} /> : null}
      {shown === 'manual' ? <ManualDialog chapter={chapterOfScreen[screen]} onClose={close} /> : null}
    </HelpContext>
  );
}
