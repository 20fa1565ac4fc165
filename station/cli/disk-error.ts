import { AppError } from '../app-error.ts';
import { diskTroubleOf } from '../capture/disk-trouble.ts';

/** What to tell a person when our own disk takes no writing at `place`, a folder or file; any other error is given back as it is. */
export function diskErrorAt(place: string, error: unknown): unknown {
  switch (diskTroubleOf(error)) {
    case null:
      return error;
    case 'disk-full':
      return new AppError(
        'FOLDER_NOT_USABLE',
        {
          it: `Il disco di ${place} è pieno. Fare spazio e dare di nuovo il comando.`,
          en: `The disk of ${place} is full. Make room and give the command again.`,
        },
        { cause: error, retryable: true },
      );
    case 'disk-failed':
      return new AppError(
        'FOLDER_NOT_USABLE',
        {
          it: `In ${place} non si può scrivere. Verificare il disco e i permessi e dare di nuovo il comando.`,
          en: `${place} takes no writing. Check the disk and the permissions and give the command again.`,
        },
        { cause: error, retryable: true },
      );
  }
}
