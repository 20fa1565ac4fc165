import { type FormEvent, useState } from 'react';

export type Mistakes<Draft> = { readonly [Key in keyof Draft]?: string | undefined };

export interface DraftForm<Draft> {
  readonly draft: Draft;
  /** Shown only after the first attempt to send. */
  readonly mistakes: Mistakes<Draft>;
  change<Key extends keyof Draft>(key: Key, value: Draft[Key]): void;
  reset(): void;
  /** Sends when nothing is wrong, otherwise shows what is and puts the caret in the first field at fault. */
  onSubmit(send: () => void): (event: FormEvent<HTMLFormElement>) => void;
}

/** A small form: its values, what is wrong with them, and when to say so. */
export function useDraft<Draft extends object>(
  start: Draft,
  check: (draft: Draft) => Mistakes<Draft>,
): DraftForm<Draft> {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const mistakes = check(draft);
  return {
    draft,
    mistakes: tried ? mistakes : {},
    change: (key, value) => setDraft((before) => ({ ...before, [key]: value })),
    reset: () => {
      setDraft(start);
      setTried(false);
    },
    onSubmit: (send) => (event) => {
      event.preventDefault();
      setTried(true);
      const wrong = Object.entries(mistakes).find(([, mistake]) => mistake !== undefined)?.[0];
      if (wrong === undefined) {
        send();
        return;
      }
      const control = event.currentTarget.elements.namedItem(wrong);
      if (control instanceof HTMLElement) control.focus();
    },
  };
}
