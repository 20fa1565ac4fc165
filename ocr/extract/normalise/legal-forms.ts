/** What a limited company (società a responsabilità limitata) puts behind its name: S.r.l., Srl, S.R.L. and, simplified, S.r.l.s. */
const limited = /(?<!\p{L})(S\.?\s?r\.?\s?|S\.\s?R\.\s?)[I1|](?=\.|s\b|\s|$)/gu;

/** Puts an l where a text ends in the picture of one: without serifs S.r.l. looks like S.r.I., which is no form of company. */
export function spellLegalForms(text: string): string {
  return text.replace(limited, (_, before: string) => before + (before.includes('R') ? 'L' : 'l'));
}
