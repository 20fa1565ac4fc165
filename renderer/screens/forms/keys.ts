import type { KeyLine } from '../../ui/key-names.ts';

export const formsKeys: readonly KeyLine[] = [{ strokes: ['F4'], meaning: 'forms.add' }];
