import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../contract/account.ts';
import { useServices } from './services.ts';
import { useNavigate } from './use-route.ts';
import { useStation } from './use-station.ts';

/** Gives the window to somebody else. Where this person was is kept for when they come back. */
export function useSwitchPerson(account: Account) {
  const { station, queries } = useStation();
  const { pictureCache, thumbnailCache, heldPlaces } = useServices();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => station.session.signOut(),
    /** The next person must find nothing of what this one saw. */
    onSettled: () => {
      const { queryKey } = queries.session();
      heldPlaces.keep(account.id, window.location.hash);
      pictureCache.clear();
      thumbnailCache.clear();
      queryClient.setQueryData(queryKey, (session) => session && { ...session, account: null, locked: false });
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
      navigate({ screen: 'batches' }, { replace: true });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
}
