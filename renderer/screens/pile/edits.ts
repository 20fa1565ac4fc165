import type { Command } from './commands.ts';
import type { PileEdit } from './use-pile.ts';

/** What an edit is about. */
export interface EditPlace {
  readonly batchId: string;
  /** The pages picked, or the one under the cursor; never empty. */
  readonly chosen: readonly string[];
  /** The page under the cursor. */
  readonly pageId: string;
}

/** The change that a command makes to the pages chosen; null for a command that changes nothing by itself. */
export function editOf(command: Command, { batchId, chosen, pageId }: EditPlace): PileEdit | null {
  const pages = { batchId, pageIds: [...chosen] };
  switch (command.kind) {
    case 'turn': {
      const which = { kind: 'pages' as const, pageIds: [...chosen] };
      return (piles) => piles.rotate({ batchId, which, clockwiseDeg: command.clockwiseDeg });
    }
    case 'split':
      return (piles) => piles.split({ pageId });
    case 'join':
      return (piles) => piles.join({ pageId });
    case 'to-tray':
      return (piles) => piles.toTray(pages);
    case 'put-back':
      return (piles) => piles.putBack(pages);
    case 'dismiss':
      return (piles) => piles.dismiss(pages);
    default:
      return null;
  }
}
