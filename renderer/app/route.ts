/** Where the person is. Kept in the address after `#`, so that going back and reloading work. */
export type Route =
  | { readonly screen: 'batches' }
  | { readonly screen: 'forms' }
  | { readonly screen: 'accounts' }
  | { readonly screen: 'audit' }
  | { readonly screen: 'oversight' }
  | { readonly screen: 'watched' }
  /** Without a batch, the pile to scan is still to be chosen. */
  | { readonly screen: 'scan'; readonly batchId: string | null }
  | { readonly screen: 'batch'; readonly batchId: string }
  /** With the cursor on a page, or on the first. */
  | { readonly screen: 'pile'; readonly batchId: string; readonly pageId?: string }
  | { readonly screen: 'groups'; readonly batchId: string }
  | { readonly screen: 'verify'; readonly batchId: string; readonly documentId: string | null }
  | { readonly screen: 'approve'; readonly batchId: string; readonly documentId: string | null }
  | { readonly screen: 'deliver'; readonly batchId: string }
  | { readonly screen: 'practice'; readonly batchId: string };

/** Reads an address such as `#/batches/<id>/verify/<document id>`. An unknown address means the list of batches. */
export function parseRoute(hash: string): Route {
  const [area, batchId, task, thing] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '');
  if (area === 'forms' || area === 'accounts' || area === 'audit' || area === 'oversight') return { screen: area };
  if (area === 'watched') return { screen: area };
  if (area === 'scan') return { screen: 'scan', batchId: null };
  if (area !== 'batches' || batchId === undefined) return { screen: 'batches' };
  switch (task) {
    case 'verify':
    case 'approve':
      return { screen: task, batchId, documentId: thing ?? null };
    case 'pile':
      return thing === undefined ? { screen: task, batchId } : { screen: task, batchId, pageId: thing };
    case 'scan':
    case 'deliver':
    case 'practice':
    case 'groups':
      return { screen: task, batchId };
    default:
      return { screen: 'batch', batchId };
  }
}

/** The address of a route; `parseRoute` reads it back. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'batches':
    case 'forms':
    case 'accounts':
    case 'audit':
    case 'oversight':
    case 'watched':
      return `#/${route.screen}`;
    case 'batch':
      return `#/batches/${route.batchId}`;
    case 'scan':
      return route.batchId === null ? '#/scan' : `#/batches/${route.batchId}/scan`;
    case 'pile':
      return `#/batches/${route.batchId}/pile${route.pageId === undefined ? '' : `/${route.pageId}`}`;
    case 'deliver':
    case 'practice':
    case 'groups':
      return `#/batches/${route.batchId}/${route.screen}`;
    case 'verify':
    case 'approve':
      return `#/batches/${route.batchId}/${route.screen}${route.documentId === null ? '' : `/${route.documentId}`}`;
  }
}
