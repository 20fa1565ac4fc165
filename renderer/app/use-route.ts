import { useCallback, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route.ts';

/** The browser tells of a new address a task later; what this window changes itself is drawn with the key that changed it. */
const movedEvent = 'tabularium:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  window.addEventListener(movedEvent, listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener(movedEvent, listener);
  };
}

/** The present route, following the address. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}

/** Goes to another screen; `replace` leaves no step to come back to. */
export function useNavigate(): (route: Route, options?: { readonly replace?: boolean }) => void {
  return useCallback((route, options) => {
    const address = formatRoute(route);
    if (options?.replace === true) {
      window.location.replace(address);
    } else {
      window.location.hash = address;
    }
    window.dispatchEvent(new Event(movedEvent));
  }, []);
}
