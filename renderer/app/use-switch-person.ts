import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../contract/account.ts';
import { useServices } from './services.ts';
import { useNavigate } from './use-route.ts';
import { useStation } from './use-station.ts';

/** Gives the window to somebody else. Where this person was and what they were typing is kept for when they come back. */
export function useSwitchPerson(account: Account) {
  const { station, queries } = useStation();
  const { pictureCache, thumbnailCache, heldPlaces } = useServices();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    // As soon as the station answers the screen is gone, and with it what was being typed there.
    onMutate: () => heldPlaces.keep(account.id, window.location.hash),
    mutationFn: () => station.session.signOut(),
    /** The next person must find nothing of what this one saw. */
    onSettled: () => {
      const { queryKey } = queries.session();
      pictureCache.clear();
      thumbnailCache.clear();
      queryClient.setQueryData(queryKey, (session) => session && { ...session, account: null, locked: false });
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
      navigate({ screen: 'batches' }, { replace: true });
      return queryClient.invalidateQueries({ queryKey });
    },
  });
}
