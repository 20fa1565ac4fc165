import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

export type Announce = (text: string, urgency?: 'polite' | 'assertive') => void;

const AnnouncerContext = createContext<Announce>(() => {});

/** Says something to screen readers without moving the focus. The same text twice is said twice. */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext);
}

/** Holds the two live regions that `useAnnounce` writes to. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState({ text: '', turn: 0 });
  const [assertive, setAssertive] = useState({ text: '', turn: 0 });
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    const set = urgency === 'polite' ? setPolite : setAssertive;
    set((before) => ({ text, turn: before.turn + 1 }));
  }, []);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite">
        <span key={polite.turn}>{polite.text}</span>
      </div>
      <div className="visually-hidden" aria-live="assertive">
        <span key={assertive.turn}>{assertive.text}</span>
      </div>
    </AnnouncerContext>
  );
}
