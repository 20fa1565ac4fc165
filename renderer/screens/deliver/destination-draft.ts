import { type Destination, newDestinationSchema } from '../../../contract/delivery.ts';
import type { Mistakes } from '../accounts/use-draft.ts';

export interface DestinationDraft {
  readonly title: string;
  readonly id: string;
  readonly url: string;
  readonly token: string;
}

/** What a dialog begins with: nothing, or what is known of the destination that is put right. */
export function draftOf(destination: Destination | null): DestinationDraft {
  return { title: destination?.title ?? '', id: destination?.id ?? '', url: destination?.url ?? '', token: '' };
}

/** A short name made of a title: `Protocollo del Comune` becomes `protocollo-del-comune`. */
export function idOfTitle(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

/**
 * What is wrong with a destination about to be saved, as keys of the translations. One saved under a short name that is
 * `taken` would put itself in the place of another.
 */
export function mistakesOfDestination(draft: DestinationDraft, taken: readonly string[]): Mistakes<DestinationDraft> {
  const { title, id, token } = newDestinationSchema.shape;
  return {
    title: title.safeParse(draft.title).success ? undefined : 'deliver.titleMissing',
    id: taken.includes(draft.id) ? 'deliver.idTaken' : id.safeParse(draft.id).success ? undefined : 'deliver.idBad',
    url: isWebAddress(draft.url) ? undefined : 'deliver.urlBad',
    token: token.safeParse(draft.token).success ? undefined : 'deliver.tokenMissing',
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
