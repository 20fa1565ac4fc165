import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import type { PilePages } from '../../app/use-pile-pages.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import type { Cursor } from './use-cursor.ts';
import type { Pile, PileEdit } from './use-pile.ts';

/** What is looked at, and how. */
export interface PileInView {
  readonly batchId: string;
  readonly pile: Pile;
  /** Whether the tray is looked at instead of the pile. */
  readonly tray: boolean;
  readonly pages: PilePages;
  readonly cursor: Cursor;
}

/** What a person does to the pages of a pile. */
export interface PileHands {
  /** The page under the cursor; null while none is there. */
  readonly pageId: string | null;
  /** The pages picked, or the one under the cursor. */
  readonly chosen: readonly string[];
  /** Pages that were taken up and wait to be put down elsewhere. */
  readonly inHand: readonly string[];
  takeUp(): void;
  letGo(): void;
  putDown(where: 'before' | 'after'): void;
  /** Makes an edit and tells it; afterwards nothing is picked, and the cursor goes where the page that matters then lies. */
  edit(change: PileEdit, stayWith: string | null, said?: string): void;
  /** Asks for files and puts their pages before a page, or at the end. */
  insertFiles(before: string | null): void;
  /** Asks for a file and puts it in the place of a page. */
  replaceWithFile(pageId: string): void;
}

/** The pages that are picked or on their way from one place to another, and the edits that are made of them. */
export function usePileHands({ batchId, pile, tray, pages, cursor }: PileInView): PileHands {
  const { t } = useTranslation();
  const { shell } = useServices();
  const announce = useAnnounce();
  const [inHand, setInHand] = useState<readonly string[]>([]);
  const { cursor: at, picked } = cursor.selection;
  const pageId = pages.at(at)?.id ?? null;
  const chosen = picked.size > 0 ? [...picked] : pageId === null ? [] : [pageId];
  const letGo = () => setInHand([]);

  const edit: PileHands['edit'] = (change, stayWith, said) => {
    const settle = (): void => {
      letGo();
      cursor.clear();
      if (stayWith !== null && !tray) cursor.follow(stayWith);
    };
    pile.edit(change, settle, said);
  };

  const withFiles = async (use: (paths: string[], first: string) => void): Promise<void> => {
    const paths = await shell.chooseSources('files');
    const [first] = paths;
    if (first !== undefined) use(paths, first);
  };

  return {
    ...{ pageId, chosen, inHand, letGo, edit },
    takeUp() {
      setInHand(chosen);
      announce(t('pile.inHand', { count: chosen.length }));
    },
    putDown(where) {
      const next = where === 'before' ? at : at + 1;
      const before = next >= (pages.total ?? 0) ? null : pages.at(next)?.id;
      const [first] = inHand;
      if (first === undefined || before === undefined) return;
      edit((piles) => piles.move({ batchId, pageIds: [...inHand], before }), first);
    },
    insertFiles(before) {
      void withFiles((paths) => edit((piles) => piles.insertFiles({ batchId, paths, before }), pageId));
    },
    replaceWithFile(replacedId) {
      void withFiles((_, path) =>
        edit((piles) => piles.replaceWithFile({ batchId, pageId: replacedId, path }), replacedId),
      );
    },
  };
}
