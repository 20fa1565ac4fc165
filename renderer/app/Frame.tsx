import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountsScreen } from '../screens/accounts/AccountsScreen.tsx';
import { ApproveScreen } from '../screens/approve/ApproveScreen.tsx';
import { AuditScreen } from '../screens/audit/AuditScreen.tsx';
import { BatchScreen } from '../screens/batch/BatchScreen.tsx';
import { BatchesScreen } from '../screens/batches/BatchesScreen.tsx';
import { DeliverScreen } from '../screens/deliver/DeliverScreen.tsx';
import { FormsScreen } from '../screens/forms/FormsScreen.tsx';
import { GroupsScreen } from '../screens/groups/GroupsScreen.tsx';
import { LockScreen } from '../screens/lock/LockScreen.tsx';
import { OversightScreen } from '../screens/oversight/OversightScreen.tsx';
import { PileScreen } from '../screens/pile/PileScreen.tsx';
import { PracticeBar } from '../screens/practice/PracticeBar.tsx';
import { PracticeScreen } from '../screens/practice/PracticeScreen.tsx';
import { ScanScreen } from '../screens/scan/ScanScreen.tsx';
import { SignInScreen } from '../screens/sign-in/SignInScreen.tsx';
import { VerifyScreen } from '../screens/verify/VerifyScreen.tsx';
import { WatchedScreen } from '../screens/watched/WatchedScreen.tsx';
import { BugBoundary } from '../ui/BugBoundary.tsx';
import { Loading } from '../ui/Loading.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import styles from './Frame.module.css';
import { HelpProvider } from './help/HelpProvider.tsx';
import { formatRoute, type Route } from './route.ts';
import { TopBar } from './TopBar.tsx';
import { useApplyPreferences } from './use-preferences.ts';
import { useActivity, usePresence } from './use-presence.ts';
import { useRoute } from './use-route.ts';
import { useStation } from './use-station.ts';

/** The frame around every screen: who may be here, the bar at the top, and where the focus goes when the screen changes. */
export function Frame() {
  const { t } = useTranslation();
  const route = useRoute();
  const { queries } = useStation();
  const session = useQuery(queries.session());
  useApplyPreferences();
  const account = session.data?.account ?? null;
  const signedIn = account !== null;
  const locked = session.data?.locked === true;
  usePresence();
  useActivity(signedIn && !locked);
  const screen = signedIn ? route.screen : 'signIn';
  const main = useFocusOnScreenChange(signedIn ? placeOf(route) : 'signIn');
  useFocusAfterLock(main, locked);

  useEffect(() => {
    document.title = `${t(`screen.${screen}`)} · ${t('app.name')}`;
  }, [screen, t]);

  return (
    <HelpProvider screen={screen}>
      {account !== null && locked ? <LockScreen account={account} /> : null}
      <div className={styles.frame} inert={locked} data-covered={locked}>
        <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
          {t('app.skip')}
        </button>
        <TopBar account={account} locked={locked} screen={screen} />
        <main className={styles.main} ref={main} tabIndex={-1}>
          {session.isPending ? <Loading /> : null}
          {session.isError ? <TroubleNotice error={session.error} onRetry={() => void session.refetch()} /> : null}
          {session.data === undefined ? null : signedIn ? (
            <>
              {'batchId' in route && route.screen !== 'scan' ? <PracticeBar route={route} /> : null}
              <BugBoundary key={placeOf(route)}>
                <Screen route={route} />
              </BugBoundary>
            </>
          ) : (
            <SignInScreen session={session.data} />
          )}
        </main>
      </div>
    </HelpProvider>
  );
}

/** When the cover goes, the focus is where the person had left it. */
function useFocusAfterLock(main: RefObject<HTMLElement | null>, locked: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      if (main.current?.contains(target) || target.closest('[role="dialog"]') !== null) last.current = target;
    };
    window.addEventListener('focusin', remember);
    return () => window.removeEventListener('focusin', remember);
  }, [main]);
  const wasLocked = useRef(locked);
  useEffect(() => {
    if (wasLocked.current && !locked) last.current?.focus({ preventScroll: true });
    wasLocked.current = locked;
  }, [locked]);
}

/** The document in hand may change without the screen changing: there the focus stays with the person's hands. */
function placeOf(route: Route): string {
  return formatRoute('documentId' in route ? { ...route, documentId: null } : route);
}

/** On another screen the focus goes to its heading, so that a screen reader says where one is. */
function useFocusOnScreenChange(place: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (main.current?.contains(document.activeElement)) return;
    const heading = main.current?.querySelector<HTMLElement>('h1[tabindex]');
    (heading ?? main.current)?.focus();
  }, [place]);
  return main;
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'batches':
      return <BatchesScreen />;
    case 'forms':
      return <FormsScreen />;
    case 'audit':
      return <AuditScreen />;
    case 'oversight':
      return <OversightScreen />;
    case 'accounts':
      return <AccountsScreen />;
    case 'watched':
      return <WatchedScreen />;
    case 'batch':
      return <BatchScreen batchId={route.batchId} />;
    case 'scan':
      return <ScanScreen batchId={route.batchId} />;
    case 'pile':
      return <PileScreen batchId={route.batchId} pageId={route.pageId ?? null} />;
    case 'groups':
      return <GroupsScreen batchId={route.batchId} />;
    case 'verify':
      return <VerifyScreen batchId={route.batchId} documentId={route.documentId} />;
    case 'approve':
      return <ApproveScreen batchId={route.batchId} documentId={route.documentId} />;
    case 'deliver':
      return <DeliverScreen batchId={route.batchId} />;
    case 'practice':
      return <PracticeScreen batchId={route.batchId} />;
  }
}
