import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail, DocumentSummary, Field, Verdict } from '../../../contract/document.ts';
import type { HalfComment } from '../../app/held-places.ts';
import { useHelp } from '../../app/help/help.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import type { Command } from './commands.ts';
import type { EffortMeter } from './effort-meter.ts';
import { isBeingVerified, nextOpenField } from './flow.ts';
import type { LastValues } from './last-values.ts';
import { inReadingOrder } from './reading-order.ts';
import { useCommands } from './use-commands.ts';
import { useEffort } from './use-effort.ts';
import type { Finishing } from './use-finishing.ts';
import { type Overlay, useFocus } from './use-focus.ts';
import { type Overtaken, useHalfTyped } from './use-half-typed.ts';
import { useSaying } from './use-saying.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useView, type View } from './use-view.ts';
import type { Words } from './use-words.ts';

/** What outlasts the document in hand, as long as the screen is open. */
export interface Kept {
  readonly lastValues: LastValues;
  readonly meter: EffortMeter;
  readonly finishing: Finishing;
}

export interface Bench extends Omit<View, 'look'> {
  readonly documentId: string;
  /** In the order in which the eye meets them on the pages. */
  readonly fields: readonly Field[];
  /** The field in focus; null when every field has its word. */
  readonly field: Field | null;
  /** Changes whenever the editor must start afresh. */
  readonly editorKey: string;
  readonly overlay: Overlay | null;
  readonly finishing: boolean;
  readonly words: Words;
  /** What was picked from the page for the field in focus, or was typed there before somebody else came, and waits to be accepted. */
  readonly picked: string | null;
  /** What this person was typing when they left, where it cannot go on because the field was decided meanwhile. */
  readonly overtaken: Overtaken | null;
  /** The comment that this person was writing when they left. */
  readonly comment: HalfComment | null;
  /** What was last accepted in the field in focus on another document. */
  readonly lastValue: string | null;
  choose(pointer: string): void;
  /** Puts a text from the page into the field in focus. */
  pick(text: string): void;
  /** Gives a word on the field in focus and goes to the next that waits. */
  say(verdict: Verdict): void;
  /** Leaves the field as it is and goes to the next that waits. */
  pass(): void;
  run(command: Command): void;
  finish(): void;
  /** Takes what the document cost so far; gives what reports it. */
  takeEffort(): (done: DocumentDetail) => void;
  closeOverlay(): void;
}

/** What happens at the workbench: which field is in focus, and what each command does. */
export function useWorkbench(
  document: DocumentDetail,
  queue: readonly DocumentSummary[],
  { lastValues, meter, finishing }: Kept,
  /** Whether this window has the document in hand. */
  held: boolean,
): Bench {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const help = useHelp();
  const { pageList } = document;
  const mayDecide = held && isBeingVerified(document);
  const fields = useMemo(() => inReadingOrder(document.fields, pageList), [document.fields, pageList]);
  const { back, overtaken, comment } = useHalfTyped(document);
  const { pointer, visit, picked, overlay, goTo, cover } = useFocus(document.id, fields, back, comment);
  const { look, ...view } = useView();
  const takeEffort = useEffort(document, meter);

  const field = fields.find((one) => one.pointer === pointer) ?? nextOpenField(fields, null);
  const lastValue = field === null ? null : lastValues.of(document, field.pointer);

  const place = { fields, field, mayDecide, goTo };
  const { words, say, takeBack } = useSaying(document, { ...place, lastValues });
  const run = useCommands(document, queue, { ...place, lastValue, cover, look, say, takeBack });
  useShortcuts(run, overlay === null && !help.shown);

  return {
    ...view,
    documentId: document.id,
    fields,
    field,
    editorKey: `${document.id} ${field?.pointer ?? ''} ${visit} ${wordOn(field)}`,
    overlay,
    finishing: finishing.awaited === document.id,
    words,
    picked,
    overtaken,
    // Once it is closed the next comment begins empty.
    comment: visit === 0 ? comment : null,
    lastValue,
    pick: (text) => {
      if (text === '') announce(t('verify.noWords'));
      cover(null, text === '' ? undefined : text);
    },
    choose: goTo,
    say,
    pass: () => goTo(nextOpenField(fields, field?.pointer ?? null)?.pointer ?? null),
    run,
    takeEffort,
    finish: () => finishing.finish(document, words.settled, takeEffort()),
    closeOverlay: () => cover(null),
  };
}

/**
 * What a person's word made of a field; nothing where it has none. The time of the word is no part of it: the station puts its
 * own in place of this window's while somebody may be typing in the field again.
 */
function wordOn(field: Field | null): string {
  if (field === null || field.verification === null) return '';
  return `${field.verification.verdict} ${JSON.stringify(field.value)}`;
}
