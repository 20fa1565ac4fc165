import { useTranslation } from 'react-i18next';
import type { DocumentDetail, DocumentSummary, Field } from '../../../contract/document.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useStable } from '../../ui/use-stable.ts';
import type { Command } from './commands.ts';
import { neighbourAsked, neighbourDocument, neighbourField } from './flow.ts';
import type { FocusOfBench } from './use-focus.ts';
import type { Saying } from './use-saying.ts';
import type { View } from './use-view.ts';

interface Hands extends Pick<FocusOfBench, 'goTo' | 'cover'>, Pick<View, 'look'>, Pick<Saying, 'say' | 'takeBack'> {
  readonly fields: readonly Field[];
  /** The field in focus. */
  readonly field: Field | null;
  /** What was last accepted in that field on another document. */
  readonly lastValue: string | null;
  /** Whether words may be given here now. */
  readonly mayDecide: boolean;
}

/** What each command does at the workbench. The same function at every rendering. */
export function useCommands(
  document: DocumentDetail,
  queue: readonly DocumentSummary[],
  { fields, field, lastValue, mayDecide, goTo, cover, look, say, takeBack }: Hands,
): (command: Command) => void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const announce = useAnnounce();

  const openNeighbour = (steps: 1 | -1): void => {
    const next = neighbourDocument(queue, document, steps);
    if (next !== null) navigate({ screen: 'verify', batchId: document.batchId, documentId: next.id });
  };

  return useStable((command: Command): void => {
    if (look(command)) return;
    switch (command.kind) {
      case 'unreadable':
      case 'empty':
        say({ kind: command.kind });
        break;
      case 'repeat-last':
        if (lastValue === null) announce(t('verify.nothingToRepeat'));
        else say({ kind: 'key', value: lastValue });
        break;
      case 'take-back':
        takeBack();
        break;
      case 'next':
      case 'previous':
        if (field !== null)
          goTo(neighbourField(fields, field.pointer, command.kind === 'next' ? 1 : -1)?.pointer ?? null);
        break;
      case 'next-asked':
      case 'previous-asked':
        if (field !== null)
          goTo((neighbourAsked(fields, field.pointer, command.kind === 'next-asked' ? 1 : -1) ?? field).pointer);
        break;
      case 'next-document':
      case 'previous-document':
        openNeighbour(command.kind === 'next-document' ? 1 : -1);
        break;
      case 'comment':
        cover(command.kind);
        break;
      case 'not-this-form':
      case 'rescan':
        if (mayDecide) cover(command.kind);
        break;
      case 'pick-words':
        if (field !== null && mayDecide) cover('words');
        break;
      default:
        // The editor knows its own text and listed values.
        break;
    }
  });
}
