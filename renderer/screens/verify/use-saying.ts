import { useTranslation } from 'react-i18next';
import type { DocumentDetail, Field, Verdict } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { editorText } from '../../ui/value-text.ts';
import { nextOpenField } from './flow.ts';
import type { LastValues } from './last-values.ts';
import { useWords, type Words } from './use-words.ts';

interface Place {
  readonly fields: readonly Field[];
  /** The field in focus. */
  readonly field: Field | null;
  /** Whether words may be given here now. */
  readonly mayDecide: boolean;
  readonly lastValues: LastValues;
  goTo(pointer: string | null): void;
}

export interface Saying {
  readonly words: Words;
  /** Gives a word on the field in focus and goes to the next that waits. */
  say(verdict: Verdict): void;
  takeBack(): void;
}

/** Words on the field in focus. */
export function useSaying(document: DocumentDetail, { fields, field, mayDecide, lastValues, goTo }: Place): Saying {
  const { t, i18n } = useTranslation();
  const announce = useAnnounce();
  const words = useWords(document.id, (answer, answered) => {
    const again = answer.fields.find((one) => one.pointer === answered);
    if (again === undefined || !again.open || again.verification === null) return;
    const reason = again.reason === null ? '' : textIn(i18n.language, again.reason.message);
    announce(t('verify.reopened', { field: textIn(i18n.language, again.title), reason }), 'assertive');
  });
  return {
    words,
    say(verdict) {
      if (field === null || !mayDecide) return;
      lastValues.remember(document, field.pointer, acceptedText(field, verdict));
      words.decide(field.pointer, verdict);
      goTo(openAfter(fields, field));
    },
    takeBack() {
      if (field === null || field.verification === null || !mayDecide) return;
      words.takeBack(field.pointer);
      announce(t('verify.takenBack', { field: textIn(i18n.language, field.title) }));
    },
  };
}

/** Where one goes from a field that has just been given its word. */
function openAfter(fields: readonly Field[], decided: Field): string | null {
  const others = fields.map((one) => (one === decided ? { ...one, open: false } : one));
  return nextOpenField(others, decided.pointer)?.pointer ?? null;
}

/** The text that a word leaves in a field; null where it leaves none. */
function acceptedText(field: Field, verdict: Verdict): string | null {
  if (verdict.kind === 'key') return verdict.value;
  return verdict.kind === 'confirm' && field.value !== null ? editorText(field.editor, field.value) : null;
}
