import { useMutation } from '@tanstack/react-query';
import type { Account } from '../../contract/account.ts';
import { useServices } from './services.ts';
import { useForgetPerson } from './use-forget-person.ts';
import { useStation } from './use-station.ts';

/** Gives the window to somebody else. Where this person was and what they were typing is kept for when they come back. */
export function useSwitchPerson(account: Account) {
  const { station } = useStation();
  const { heldPlaces } = useServices();
  const forgetPerson = useForgetPerson();
  return useMutation({
    // As soon as the station answers the screen is gone, and with it what was being typed there.
    onMutate: () => heldPlaces.keep(account.id, window.location.hash),
    mutationFn: () => station.session.signOut(),
    onSettled: forgetPerson,
  });
}
