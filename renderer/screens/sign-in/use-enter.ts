import { useQueryClient } from '@tanstack/react-query';
import { useStation } from '../../app/use-station.ts';

/** Enters with an account and makes the window know who is there. */
export function useEnter(): (accountId: string, secret: string) => Promise<void> {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  return async (accountId, secret) => {
    await station.session.signIn({ accountId, secret });
    await queryClient.invalidateQueries({ queryKey: queries.session().queryKey });
  };
}
