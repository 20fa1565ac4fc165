import { accessoAtti } from './accesso-atti.ts';
import { dichiarazioneResidenza } from './dichiarazione-residenza.ts';

/** Every form that we draw. */
export const formDrawings = [dichiarazioneResidenza, accessoAtti] as const;
