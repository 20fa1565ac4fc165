import { accessoAtti } from './accesso-atti.ts';
import { dichiarazioneResidenza } from './dichiarazione-residenza.ts';
import { dichiarazioneTari } from './dichiarazione-tari.ts';

/** Every form that we draw. */
export const formDrawings = [dichiarazioneResidenza, accessoAtti, dichiarazioneTari] as const;
