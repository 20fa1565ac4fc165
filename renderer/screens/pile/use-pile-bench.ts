import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PileStep, Separation } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { usePilePages } from '../../app/use-pile-pages.ts';
import { useStable } from '../../ui/use-stable.ts';
import type { Command } from './commands.ts';
import { editOf } from './edits.ts';
import { useCursor } from './use-cursor.ts';
import { useEarlier } from './use-earlier.ts';
import { type PileEdit, usePile } from './use-pile.ts';
import { usePileErrands } from './use-pile-errands.ts';
import { type PileInView, usePileHands } from './use-pile-hands.ts';

export type PileDialog = 'arrange' | 'separate' | 'go-to';

export interface PileBench extends PileInView {
  /** Pages that were taken up and wait to be put down elsewhere. */
  readonly inHand: readonly string[];
  /** What is asked for beside the pile. */
  readonly dialog: PileDialog | null;
  /** How many pictures back the page under the cursor is shown; 0 as it is now. */
  readonly stepsBack: number;
  /** Why a scan or a search could not be done. */
  readonly otherTrouble: unknown;
  run(command: Command): void;
  /** Makes an edit that concerns the pile as a whole. */
  arrange(edit: PileEdit): void;
  separate(separation: Separation): void;
  /** Puts the cursor on the page at a place. */
  goTo(place: number): void;
  closeDialog(): void;
}

/** The pile in a person's hands: where the cursor is, what is picked, and what each command does. */
export function usePileBench(batchId: string, beginAt: string | null): PileBench {
  const { t, i18n } = useTranslation();
  const titleOf = ({ title }: PileStep): string => textIn(i18n.language, title);
  const pile = usePile(batchId);
  const [tray, setTray] = useState(false);
  const [dialog, setDialog] = useState<PileDialog | null>(null);
  const list = { batchId, tray };
  const pages = usePilePages(list, pile.view?.revision ?? 0);
  const cursor = useCursor(list, pages);
  const follow = useStable(cursor.follow);
  useEffect(() => {
    if (beginAt !== null) follow(beginAt);
  }, [beginAt, follow]);
  const hands = usePileHands({ batchId, pile, tray, pages, cursor });
  const errands = usePileErrands(batchId, cursor);
  const { pageId, chosen, inHand, edit } = hands;
  const earlier = useEarlier(pageId);

  /** What needs a page to work on. */
  const runOnPages = (command: Command): void => {
    if (pageId === null) return;
    const change = editOf(command, { batchId, chosen, pageId });
    if (change !== null) edit(change, pageId);
    else if (command.kind === 'rescan') errands.scan({ kind: 'replace', pageIds: [...chosen] });
    else if (command.kind === 'replace') hands.replaceWithFile(pageId);
  };

  const run = (command: Command): void => {
    // What was refused stays to be read while the person looks for another page, and goes with the next thing they do.
    if (command.kind !== 'step') {
      pile.forgetTrouble();
      errands.forgetTrouble();
    }
    switch (command.kind) {
      case 'step':
        cursor.step(command.step, command.extend);
        break;
      case 'pick':
        cursor.toggle();
        break;
      case 'pick-all':
        cursor.pickAll();
        break;
      case 'leave':
        hands.letGo();
        cursor.clear();
        break;
      case 'take-up':
        hands.takeUp();
        break;
      case 'put':
        hands.putDown(command.where);
        break;
      case 'undo':
        if (pile.view?.undo != null) {
          edit((piles) => piles.undo({ batchId }), pageId, t('pile.undone', { what: titleOf(pile.view.undo) }));
        }
        break;
      case 'redo':
        if (pile.view?.redo != null) {
          edit((piles) => piles.redo({ batchId }), pageId, t('pile.redone', { what: titleOf(pile.view.redo) }));
        }
        break;
      case 'other-list':
        setTray(!tray);
        hands.letGo();
        cursor.reset();
        break;
      case 'arrange':
      case 'separate':
      case 'go-to':
        setDialog(command.kind);
        break;
      case 'next-doubt':
        errands.findDoubt(cursor.selection.cursor);
        break;
      case 'earlier':
        earlier.step();
        break;
      case 'insert-scan':
        errands.scan({ kind: 'insert', before: command.where === 'end' ? null : pageId });
        break;
      case 'insert-files':
        hands.insertFiles(command.where === 'end' ? null : pageId);
        break;
      default:
        runOnPages(command);
    }
  };

  return {
    ...{ batchId, pile, tray, pages, cursor, inHand, dialog, run },
    stepsBack: earlier.stepsBack,
    otherTrouble: errands.trouble,
    arrange(change) {
      setDialog(null);
      edit(change, null);
    },
    separate(separation) {
      setDialog(null);
      edit((piles) => piles.setSeparation({ batchId, separation }), null);
    },
    goTo(place) {
      setDialog(null);
      cursor.point(place, 'alone');
    },
    closeDialog: () => setDialog(null),
  };
}
