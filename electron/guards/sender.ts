import { bundleOrigin } from '../origin.ts';

/** The part of an IPC event that says who sent it. */
export interface SenderFacts {
  readonly sender: unknown;
  /** Null when the frame is gone already. */
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** Only the main frame of one of our windows, while it shows our own document, may speak to main. */
export function isTrustedSender(event: SenderFacts, isOurWindow: (sender: unknown) => boolean): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === bundleOrigin && isOurWindow(event.sender);
}
