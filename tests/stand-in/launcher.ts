import { z } from 'zod';

/** What the stand-in tells the program that started it, when that gave it an IPC channel. */
export type LauncherNews =
  | { kind: 'browser'; endpoint: string }
  | { kind: 'dialog-opened'; method: string }
  | { kind: 'process-forked'; serviceName: string; pid: number };

/** What the launcher may tell the stand-in. */
export const launcherOrderSchema = z.discriminatedUnion('kind', [
  /** Answers for the next file dialogs, first in, first out; empty means cancelled. */
  z.strictObject({ kind: z.literal('answer-dialog'), paths: z.array(z.string()) }),
  /** Chooses an entry of the application's menu. */
  z.strictObject({ kind: z.literal('choose-menu-item'), id: z.string() }),
]);
export type LauncherOrder = z.infer<typeof launcherOrderSchema>;

export function tellLauncher(news: LauncherNews): void {
  process.send?.(news);
}

export function onLauncherOrder(listener: (order: LauncherOrder) => void): void {
  process.on('message', (message) => listener(launcherOrderSchema.parse(message)));
}
