import type { Account, Role } from '../../contract/account.ts';
import type { Contract } from '../../contract/contract.ts';
import { type RefusalName, refuse } from '../texts/refusals/refusals.ts';

/** What a person may do at the workstation. */
export type Right =
  /** See batches, documents and deliveries. */
  | 'look'
  /** Make batches and give words on fields. */
  | 'work'
  /** Answer for the work of others: approve, assign, deliver. What is delivered is registered and cannot be taken back. */
  | 'supervise'
  /** See how the work goes, over all batches. */
  | 'oversee'
  /** Read the audit log. */
  | 'audit'
  /** Say who works here. */
  | 'administer';

/** An auditor sees everything and changes nothing. */
const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  clerk: ['look', 'work'],
  supervisor: ['look', 'work', 'supervise', 'oversee'],
  administrator: ['look', 'work', 'supervise', 'oversee', 'audit', 'administer'],
  auditor: ['look', 'oversee', 'audit'],
};

export function hasRight({ role }: Pick<Account, 'role'>, right: Right): boolean {
  return rightsOfRole[role].includes(right);
}

/** Throws an AppError that says who may do this instead. */
export function requireRight(account: Account, right: Right): void {
  if (!hasRight(account, right)) throw refuse(refusalOf[right]);
}

const refusalOf: Readonly<Record<Right, RefusalName>> = {
  look: 'not-your-task',
  work: 'read-only',
  supervise: 'supervisor-only',
  oversee: 'supervisor-only',
  audit: 'auditor-only',
  administer: 'administrator-only',
};

/** `anybody`: also without anyone signed in, and in a locked window; the verb itself looks at who asks. */
export type Access = Right | 'anybody';

/** What each verb of the contract takes. One that is missing does not compile. */
export const accessByVerb: { readonly [Area in keyof Contract]: { readonly [Verb in keyof Contract[Area]]: Access } } =
  {
    session: {
      get: 'anybody',
      // The first of all is made before there is anyone to sign in: the verb itself looks whether it is the first.
      createAccount: 'administer',
      replaceSecret: 'administer',
      changeSecret: 'look',
      deactivateAccount: 'administer',
      activateAccount: 'administer',
      signIn: 'anybody',
      signOut: 'anybody',
      lock: 'anybody',
      unlock: 'anybody',
      active: 'anybody',
      watch: 'anybody',
    },
    batches: {
      profiles: 'look',
      list: 'look',
      create: 'work',
      get: 'look',
      sources: 'look',
      pages: 'look',
      flagged: 'look',
      documents: 'look',
      watch: 'look',
      retryPage: 'work',
    },
    scanners: { list: 'work', capabilities: 'work', forgetCertificate: 'supervise' },
    scans: {
      remembered: 'look',
      find: 'look',
      test: 'work',
      start: 'work',
      pause: 'work',
      resume: 'work',
      stop: 'work',
      expect: 'work',
      finish: 'work',
      rescan: 'work',
      watch: 'look',
    },
    watchedFolders: {
      watch: 'look',
      check: 'supervise',
      add: 'supervise',
      pause: 'supervise',
      resume: 'supervise',
      remove: 'supervise',
    },
    piles: {
      get: 'look',
      watch: 'look',
      pages: 'look',
      outline: 'look',
      tray: 'look',
      placeOf: 'look',
      lineage: 'look',
      move: 'work',
      rotate: 'work',
      toTray: 'work',
      putBack: 'work',
      dismiss: 'work',
      split: 'work',
      join: 'work',
      interleave: 'work',
      insertFiles: 'work',
      replaceWithFile: 'work',
      undo: 'work',
      redo: 'work',
      setSeparation: 'work',
      separatorSheets: 'look',
    },
    verification: {
      get: 'look',
      queue: 'look',
      decide: 'work',
      undo: 'work',
      finish: 'work',
      approve: 'supervise',
      sendBack: 'supervise',
      complete: 'work',
      words: 'look',
      leaveForm: 'work',
      rescan: 'work',
      rescans: 'look',
      verifyAnyway: 'work',
    },
    comments: { list: 'look', add: 'work' },
    groups: { list: 'look', confirm: 'work' },
    preferences: { get: 'look', set: 'look' },
    work: {
      queue: 'look',
      hold: 'work',
      release: 'work',
      takeOver: 'work',
      assign: 'supervise',
      setUrgent: 'supervise',
      postpone: 'work',
      resume: 'work',
      recordEffort: 'work',
    },
    oversight: { get: 'oversee', chooseThreshold: 'supervise' },
    sampling: { get: 'oversee', choose: 'supervise' },
    deliveries: { destinations: 'look', saveDestination: 'supervise', start: 'supervise', list: 'look', watch: 'look' },
    audit: { events: 'audit', verify: 'audit' },
    // What the machine knows is the whole office's, and what it is read by: whoever answers for the workstation adds to it.
    forms: {
      list: 'look',
      check: 'administer',
      add: 'administer',
      retire: 'administer',
      restore: 'administer',
      ownLists: 'look',
      addOwnList: 'administer',
    },
    practice: { start: 'work', score: 'work', addEffort: 'work', discard: 'work' },
  };

/** What the verb at `area.verb` takes; a verb nobody wrote down takes an administrator. */
export function accessOf([area = '', verb = '']: readonly string[]): Access {
  const areas: Readonly<Record<string, Readonly<Record<string, Access>>>> = accessByVerb;
  return areas[area]?.[verb] ?? 'administer';
}

/** Every `area.verb` that a person may ask for; null for nobody. */
export function verbsOf(account: Pick<Account, 'role'> | null): string[] {
  return Object.entries<Readonly<Record<string, Access>>>(accessByVerb).flatMap(([area, verbs]) =>
    Object.entries(verbs)
      .filter(([, access]) => access === 'anybody' || (account !== null && hasRight(account, access)))
      .map(([verb]) => `${area}.${verb}`),
  );
}
