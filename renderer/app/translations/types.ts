import type { it } from './it.ts';

/** The same keys as `Part`, each with a text of its own. */
export type Texts<Part> = { readonly [Key in keyof Part]: Part[Key] extends string ? string : Texts<Part[Key]> };

/** The shape that every language's texts have. */
export type Translations = Texts<typeof it>;
