import { useCallback, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
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
  }, []);
}
