import type { KeyLine } from '../../ui/key-names.ts';

/** The key under which a document is approved, too. */
export const deliverKey = 'F9';

export const deliverKeys: readonly KeyLine[] = [{ strokes: [deliverKey], meaning: 'deliver.start' }];
