import { useQueryClient } from '@tanstack/react-query';
import { useServices } from './services.ts';
import { useNavigate } from './use-route.ts';
import { useStation } from './use-station.ts';

/** Clears the window for whoever signs in next, who must find nothing of what the person before saw. */
export function useForgetPerson(): () => Promise<void> {
  const { queries } = useStation();
  const { pictureCache, thumbnailCache, heldFilter } = useServices();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return () => {
    const { queryKey } = queries.session();
    pictureCache.clear();
    thumbnailCache.clear();
    heldFilter.forget();
    queryClient.setQueryData(
      queryKey,
      (session) => session && { ...session, account: null, locked: false, deactivated: [] },
    );
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
    navigate({ screen: 'batches' }, { replace: true });
    return queryClient.invalidateQueries({ queryKey });
  };
}
