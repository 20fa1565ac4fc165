import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { KeysDialog } from '../../ui/KeysDialog.tsx';
import { HelpContext } from './help.ts';
import { helpCommandOf, isText } from './help-command.ts';
import { keysEverywhere, type ScreenName, screenKeys } from './screen-keys.ts';

export interface HelpProviderProps {
  readonly screen: ScreenName;
  readonly children: ReactNode;
}

/** Brings help over any screen, which stays as it is below: nothing typed is lost. */
export function HelpProvider({ screen, children }: HelpProviderProps) {
  const [shown, setShown] = useState(false);
  const before = useRef<Element | null>(null);
  const show = useCallback(() => {
    before.current = document.activeElement;
    setShown(true);
  }, []);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (helpCommandOf(event, isText(event.target)) === null) return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [show]);
  /** The caret goes back to where it was. */
  useEffect(() => {
    if (!shown && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }, [shown]);
  const help = useMemo(() => ({ shown, showKeys: show }), [shown, show]);
  return (
    <HelpContext value={help}>
      {children}
      {shown ? <KeysDialog lines={[...screenKeys[screen], ...keysEverywhere]} onClose={() => setShown(false)} /> : null}
    </HelpContext>
  );
}
