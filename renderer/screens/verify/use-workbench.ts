import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail, DocumentSummary, Field, Verdict } from '../../../contract/document.ts';
import { useHelp } from '../../app/help/help.ts';
import { textIn } from '../../app/i18n.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import type { PageFit } from '../../canvas/PagePicture.tsx';
import { useAnnounce } from '../../ui/Announcer.tsx';
import type { Command } from './commands.ts';
import { isBeingVerified, neighbourDocument, neighbourField, nextOpenField } from './flow.ts';
import { useGoOn } from './use-go-on.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWords, type Words } from './use-words.ts';

const zoomSteps = [0.6, 1, 1.5, 2.2, 3.2] as const;

export interface Bench {
  /** The field in focus; null when every field has its word. */
  readonly field: Field | null;
  /** Changes whenever the editor must start afresh. */
  readonly editorKey: string;
  readonly zoom: number;
  readonly fit: PageFit;
  readonly finishing: boolean;
  readonly trouble: unknown;
  readonly words: Words;
  choose(pointer: string): void;
  /** Gives a word on the field in focus and goes to the next that waits. */
  say(verdict: Verdict): void;
  /** Leaves the field as it is and goes to the next that waits. */
  pass(): void;
  run(command: Command): void;
  finish(): void;
}

/** What happens at the workbench: which field is in focus, and what each command does. */
export function useWorkbench(document: DocumentDetail, queue: readonly DocumentSummary[]): Bench {
  const { t, i18n } = useTranslation();
  const { station } = useStation();
  const goOn = useGoOn('verify');
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { fields, batchId } = document;
  const [pointer, setPointer] = useState<string | null>(() => nextOpenField(fields, null)?.pointer ?? null);
  const [visit, setVisit] = useState(0);
  const [zoomStep, setZoomStep] = useState(1);
  const [fit, setFit] = useState<PageFit>('width');
  const help = useHelp();

  const field = fields.find((one) => one.pointer === pointer) ?? nextOpenField(fields, null);
  const goTo = (next: Field | null): void => {
    setPointer(next?.pointer ?? null);
    setVisit((before) => before + 1);
  };

  const words = useWords(document.id, (answer, answered) => {
    const again = answer.fields.find((one) => one.pointer === answered);
    if (again === undefined || !again.open || again.verification === null) return;
    const reason = again.reason === null ? '' : textIn(i18n.language, again.reason.message);
    announce(t('verify.reopened', { field: textIn(i18n.language, again.title), reason }), 'assertive');
  });

  const say = (verdict: Verdict): void => {
    if (field === null || !isBeingVerified(document)) return;
    words.decide(field.pointer, verdict);
    goTo(
      nextOpenField(
        fields.map((one) => (one === field ? { ...one, open: false } : one)),
        field.pointer,
      ),
    );
  };

  const finish = useMutation({
    mutationFn: async () => {
      await words.settled();
      return station.verification.finish({ documentId: document.id });
    },
    onSuccess: (finished) => {
      if (!goOn(finished)) announce(t('verify.finished'));
    },
  });

  const takeBack = (): void => {
    if (field === null || field.verification === null || !isBeingVerified(document)) return;
    words.takeBack(field.pointer);
    announce(t('verify.takenBack', { field: textIn(i18n.language, field.title) }));
  };

  const openNeighbour = (steps: 1 | -1): void => {
    const next = neighbourDocument(queue, document, steps);
    if (next !== null) navigate({ screen: 'verify', batchId, documentId: next.id });
  };

  const run = (command: Command): void => {
    switch (command.kind) {
      case 'unreadable':
      case 'empty':
        say({ kind: command.kind });
        break;
      case 'take-back':
        takeBack();
        break;
      case 'next':
      case 'previous':
        if (field !== null) goTo(neighbourField(fields, field.pointer, command.kind === 'next' ? 1 : -1));
        break;
      case 'next-document':
      case 'previous-document':
        openNeighbour(command.kind === 'next-document' ? 1 : -1);
        break;
      case 'zoom-in':
        setZoomStep((step) => Math.min(zoomSteps.length - 1, step + 1));
        break;
      case 'zoom-out':
        setZoomStep((step) => Math.max(0, step - 1));
        break;
      case 'whole-page':
        setFit((before) => (before === 'whole' ? 'width' : 'whole'));
        break;
      // The editor knows its own text and listed values.
      case 'accept':
      case 'cancel-typing':
      case 'pick':
        break;
    }
  };

  useShortcuts(run, !help.shown);

  return {
    field,
    editorKey: `${field?.pointer ?? ''} ${visit} ${field?.verification?.at ?? ''}`,
    zoom: zoomSteps[zoomStep] ?? 1,
    fit,
    finishing: finish.isPending,
    trouble: finish.error,
    words,
    choose: (chosen) => goTo(fields.find((one) => one.pointer === chosen) ?? null),
    say,
    pass: () => goTo(nextOpenField(fields, field?.pointer ?? null)),
    run,
    finish: () => finish.mutate(),
  };
}
