import { AppError } from '../../app-error.ts';
import { captureRefusals } from './capture.ts';
import { deliveryRefusals } from './delivery.ts';
import { peopleRefusals } from './people.ts';
import { pileRefusals } from './pile.ts';
import { practiceRefusals } from './practice.ts';
import type { Refusal } from './refusal.ts';
import { verificationRefusals } from './verification.ts';

/** What the station refuses people, and what they can do about it. */
export const refusals = {
  ...peopleRefusals,
  ...captureRefusals,
  ...pileRefusals,
  ...verificationRefusals,
  ...deliveryRefusals,
  ...practiceRefusals,
};
export type RefusalName = keyof typeof refusals;

/** Makes the error that tells a person why something is refused. */
export function refuse(name: RefusalName): AppError {
  const { code, text, retryable }: Refusal = refusals[name];
  return new AppError(code, text, { retryable: retryable ?? false });
}

/** Fronts and backs that do not make sheets. */
export function refuseInterleaving(fronts: number, backs: number): AppError {
  return new AppError('CONFLICT', {
    it: `I fronti sono ${fronts} e i retri ${backs}: per ricomporre i fogli devono essere altrettanti. Cercare il lato che manca, oppure indicare il primo retro.`,
    en: `There are ${fronts} fronts and ${backs} backs: to make sheets of them there have to be as many. Look for the side that is missing, or name the first back.`,
  });
}

/** Another window has the document in hand. */
export function refuseHeld(by: string): AppError {
  return new AppError(
    'CONFLICT',
    {
      it: `Il documento è in mano a ${by} in un’altra finestra. Passare al prossimo, oppure prenderlo in carico.`,
      en: `${by} has the document in hand in another window. Go on to the next, or take it over.`,
    },
    { retryable: true },
  );
}

/** After too many wrong passwords. */
export function refuseForNow(waitMs: number): AppError {
  const seconds = Math.ceil(waitMs / 1000);
  return new AppError(
    'NOT_ALLOWED',
    {
      it: `Troppi tentativi sbagliati. Riprovare fra ${seconds} secondi.`,
      en: `Too many wrong attempts. Try again in ${seconds} seconds.`,
    },
    { retryable: true },
  );
}
