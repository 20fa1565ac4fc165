import { formatRoute, type Route } from '../../../renderer/app/route.ts';
import { fixtureId } from '../../fixtures/renderer/state.ts';

export interface VisitedScreen {
  readonly name: string;
  /** Position of the account that is at the window; null before anybody is, `nobody` before there is any account. */
  readonly as: number | null | 'nobody';
  readonly route: Route;
  /** The key that opens the dialog to look at, pressed once the screen is there. */
  readonly dialogKey?: string;
}

const [administrator, clerk, supervisor, auditor] = [0, 1, 2, 3];
const batchId = fixtureId(2, 1);
const delivered = fixtureId(2, 2);

/** Every screen of the workstation, and the dialogs that a key opens, each with somebody who works there. */
export const everyScreen: readonly VisitedScreen[] = [
  { name: 'first-account', as: 'nobody', route: { screen: 'batches' } },
  { name: 'sign-in', as: null, route: { screen: 'batches' } },
  { name: 'batches', as: clerk, route: { screen: 'batches' } },
  { name: 'batches-auditor', as: auditor, route: { screen: 'batches' } },
  { name: 'batch', as: clerk, route: { screen: 'batch', batchId } },
  { name: 'watched', as: supervisor, route: { screen: 'watched' } },
  { name: 'watched-clerk', as: clerk, route: { screen: 'watched' } },
  { name: 'watched-add', as: supervisor, route: { screen: 'watched' }, dialogKey: 'F4' },
  { name: 'scan', as: clerk, route: { screen: 'scan', batchId } },
  { name: 'pile', as: clerk, route: { screen: 'pile', batchId } },
  { name: 'groups', as: clerk, route: { screen: 'groups', batchId } },
  { name: 'verify', as: clerk, route: { screen: 'verify', batchId, documentId: null } },
  { name: 'verify-rescan', as: clerk, route: { screen: 'verify', batchId, documentId: null }, dialogKey: 'F12' },
  { name: 'rescan', as: clerk, route: { screen: 'verify', batchId, documentId: fixtureId(11, 7) } },
  { name: 'verify-keys', as: clerk, route: { screen: 'verify', batchId, documentId: null }, dialogKey: 'Shift+F1' },
  { name: 'approve', as: supervisor, route: { screen: 'approve', batchId, documentId: null } },
  { name: 'deliver', as: supervisor, route: { screen: 'deliver', batchId: delivered } },
  { name: 'oversight', as: supervisor, route: { screen: 'oversight' } },
  { name: 'audit', as: auditor, route: { screen: 'audit' } },
  { name: 'accounts', as: administrator, route: { screen: 'accounts' } },
  { name: 'forms', as: administrator, route: { screen: 'forms' } },
  { name: 'forms-clerk', as: clerk, route: { screen: 'forms' } },
  { name: 'forms-add', as: administrator, route: { screen: 'forms' }, dialogKey: 'F4' },
  { name: 'manual', as: clerk, route: { screen: 'batches' }, dialogKey: 'F1' },
];

/** The address of a screen below that of the page with the invented station. */
export function addressOf({ as, route }: VisitedScreen): string {
  const who = as === 'nobody' ? '?first' : as === null ? '' : `?as=${as}`;
  return `${who}${formatRoute(route)}`;
}
