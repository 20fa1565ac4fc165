import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescanPlace, Separation } from '../../../contract/pile.ts';
import { useServices } from '../../app/services.ts';
import { type PilePages, usePilePages } from '../../app/use-pile-pages.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useStable } from '../../ui/use-stable.ts';
import type { Command } from './commands.ts';
import { editOf } from './edits.ts';
import { nextDoubt } from './outline.ts';
import { type Cursor, useCursor } from './use-cursor.ts';
import { useEarlier } from './use-earlier.ts';
import { type Pile, type PileEdit, usePile } from './use-pile.ts';

export type PileDialog = 'arrange' | 'separate' | 'go-to';

export interface PileBench {
  readonly batchId: string;
  readonly pile: Pile;
  /** Whether the tray is looked at instead of the pile. */
  readonly tray: boolean;
  readonly pages: PilePages;
  readonly cursor: Cursor;
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
  const { t } = useTranslation();
  const { station, shell } = useServices();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const pile = usePile(batchId);
  const [tray, setTray] = useState(false);
  const [inHand, setInHand] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<PileDialog | null>(null);
  const list = { batchId, tray };
  const pages = usePilePages(list, pile.view?.revision ?? 0);
  const cursor = useCursor(list, pages);
  const follow = useStable(cursor.follow);
  useEffect(() => {
    if (beginAt !== null) follow(beginAt);
  }, [beginAt, follow]);
  const at = cursor.selection.cursor;
  const pageId = pages.at(at)?.id ?? null;
  const earlier = useEarlier(pageId);
  const { picked } = cursor.selection;
  const chosen = picked.size > 0 ? [...picked] : pageId === null ? [] : [pageId];

  const scan = useMutation({
    mutationFn: (place: RescanPlace) => station.scans.rescan({ batchId, place }),
    onSuccess: () => navigate({ screen: 'scan', batchId }),
  });

  const doubts = useMutation({
    mutationFn: async (from: number) => nextDoubt(await station.piles.outline({ batchId }), from),
    onSuccess(place) {
      if (place === null) announce(t('pile.noDoubt'));
      else cursor.point(place, 'alone');
    },
  });

  /** Makes an edit; afterwards nothing is picked, and the cursor goes where the page that matters then lies. */
  const edit = (change: PileEdit, stayWith: string | null): void => {
    pile.edit(change, () => {
      setInHand([]);
      cursor.clear();
      if (stayWith !== null && !tray) cursor.follow(stayWith);
    });
  };

  const putDown = (where: 'before' | 'after'): void => {
    const next = where === 'before' ? at : at + 1;
    const before = next >= (pages.total ?? 0) ? null : pages.at(next)?.id;
    const [first] = inHand;
    if (first === undefined || before === undefined) return;
    edit((piles) => piles.move({ batchId, pageIds: [...inHand], before }), first);
  };

  const withFiles = async (use: (paths: string[], first: string) => void): Promise<void> => {
    const paths = await shell.chooseSources('files');
    const [first] = paths;
    if (first !== undefined) use(paths, first);
  };

  const insertFiles = (before: string | null): void => {
    void withFiles((paths) => edit((piles) => piles.insertFiles({ batchId, paths, before }), pageId));
  };

  /** What needs a page to work on. */
  const runOnPages = (command: Command): void => {
    if (pageId === null) return;
    const change = editOf(command, { batchId, chosen, pageId });
    if (change !== null) edit(change, pageId);
    else if (command.kind === 'rescan') scan.mutate({ kind: 'replace', pageIds: chosen });
    else if (command.kind === 'replace') {
      void withFiles((_, path) => edit((piles) => piles.replaceWithFile({ batchId, pageId, path }), pageId));
    }
  };

  const run = (command: Command): void => {
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
        setInHand([]);
        cursor.clear();
        break;
      case 'take-up':
        setInHand(chosen);
        announce(t('pile.inHand', { count: chosen.length }));
        break;
      case 'put':
        putDown(command.where);
        break;
      case 'undo':
        if (pile.view?.undo != null) edit((piles) => piles.undo({ batchId }), pageId);
        break;
      case 'redo':
        if (pile.view?.redo != null) edit((piles) => piles.redo({ batchId }), pageId);
        break;
      case 'other-list':
        setTray(!tray);
        setInHand([]);
        cursor.reset();
        break;
      case 'arrange':
      case 'separate':
      case 'go-to':
        setDialog(command.kind);
        break;
      case 'next-doubt':
        doubts.mutate(at);
        break;
      case 'earlier':
        earlier.step();
        break;
      case 'insert-scan':
        scan.mutate({ kind: 'insert', before: command.where === 'end' ? null : pageId });
        break;
      case 'insert-files':
        insertFiles(command.where === 'end' ? null : pageId);
        break;
      default:
        runOnPages(command);
    }
  };

  return {
    ...{ batchId, pile, tray, pages, cursor, inHand, dialog, run },
    stepsBack: earlier.stepsBack,
    otherTrouble: scan.error ?? doubts.error,
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
