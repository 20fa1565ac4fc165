import { useQueryClient } from '@tanstack/react-query';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';

/** Enters with an account, where its person was before, and makes the window know who is there. */
export function useEnter(): (accountId: string, secret: string) => Promise<void> {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const { heldPlaces } = useServices();
  return async (accountId, secret) => {
    await station.session.signIn({ accountId, secret });
    const place = heldPlaces.take(accountId);
    if (place !== null) window.location.replace(place);
    await queryClient.invalidateQueries({ queryKey: queries.session().queryKey });
  };
}
