import { type BrowserWindow, type Session, session } from 'electron';
import type { StationState } from '../contract/shell.ts';
import { channels } from '../contract/shell-channels.ts';
import { denyPermissions } from './guards/permissions.ts';
import { serveAppScheme } from './protocol/serve.ts';
import type { Station } from './station/station.ts';
import { openWindow } from './window.ts';

/** The open windows, each with a link of its own to the station: another person may be signed in at each. */
export interface Windows {
  open(): void;
  /** Brings a window to the front, or opens one where none is left. */
  show(): void;
  isOurs(sender: unknown): boolean;
  /** Hands a window's message to the station. */
  send(sender: unknown, message: string): void;
  /** Hands a message of the station to the window at the other end of the link. */
  deliver(linkId: string, message: string): void;
  tell(state: StationState): void;
}

export interface WindowsOptions {
  readonly preload: string;
  readonly rendererFolder: string;
  readonly station: Pick<Station, 'openLink' | 'closeLink' | 'send' | 'pageView'>;
  report(event: string, detail: string): void;
}

/**
 * Where one window is at a time. It has a session of its own, for a request for a picture does not say which window it comes
 * from, and no window may see what only another one's person may.
 */
interface Seat {
  readonly session: Session;
  window: BrowserWindow | null;
  link: string | null;
}

/** Runs in main. The first window has the session that remembers settings, further ones forget theirs when they close. */
export function createWindows({ preload, rendererFolder, station, report }: WindowsOptions): Windows {
  const seats: Seat[] = [];
  const seatOf = (sender: unknown) => seats.find(({ window }) => window !== null && window.webContents === sender);

  function addSeat(): Seat {
    const own = seats.length === 0 ? session.defaultSession : session.fromPartition(`window-${seats.length + 1}`);
    const seat: Seat = { session: own, window: null, link: null };
    denyPermissions(own);
    serveAppScheme(own.protocol, {
      rendererFolder,
      askStation: async (request) =>
        seat.link === null
          ? { kind: 'refused', reason: 'not-signed-in', detail: 'no window is open' }
          : station.pageView(seat.link, request),
      reportFailure: (error) => report('request-failed', String(error)),
    });
    seats.push(seat);
    return seat;
  }

  function endLink(seat: Seat): void {
    if (seat.link !== null) station.closeLink(seat.link);
    seat.link = null;
  }

  function open(): void {
    const seat = seats.find(({ window }) => window === null) ?? addSeat();
    seat.window = openWindow({
      ...{ preload, session: seat.session, report },
      onDocument() {
        endLink(seat);
        seat.link = station.openLink();
      },
      onClosed() {
        endLink(seat);
        seat.window = null;
      },
    });
  }

  return {
    open,
    show() {
      const window = seats.find((seat) => seat.window !== null)?.window;
      if (window == null) {
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    isOurs: (sender) => seatOf(sender) !== undefined,
    send(sender, message) {
      const link = seatOf(sender)?.link ?? null;
      if (link !== null) station.send(link, message);
    },
    deliver(linkId, message) {
      seats.find(({ link }) => link === linkId)?.window?.webContents.send(channels.fromStation, message);
    },
    tell(state) {
      for (const seat of seats) {
        // A station that had to be started again knows no window: each begins a fresh link before it hears of it.
        if (state.kind === 'restarting') seat.link = null;
        if (state.kind === 'ready' && seat.link === null && seat.window !== null) seat.link = station.openLink();
        seat.window?.webContents.send(channels.stationState, state);
      }
    },
  };
}
