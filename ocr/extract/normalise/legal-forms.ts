/** What a limited company (società a responsabilità limitata) puts behind its name: S.r.l., Srl, and, simplified, S.r.l.s. */
const limited = /(?<!\p{L})(S\.?\s?r\.?\s?)[I1|](?=\.|s\b|\s|$)/gu;
/** The same in capitals. A 1 is none of it: S.R. 1 is a road of a region. */
const limitedInCapitals = /(?<!\p{L})(S\.\s?R\.\s?)[I|](?=\.|S\b|\s|$)/gu;
/** Forms between whose letters a stop was missed: S.rl., S.pA. */
const torn = /(?<!\p{L})S\.(rl|pA|nc|as|RL|PA|NC|AS)\.(?!\p{L})/gu;
const whole = /(?<!\p{L})S\.(?:r\.l|p\.A|n\.c|a\.s|s|R\.L|P\.A|N\.C|A\.S|S)\.(?:s\.)?(?!\p{L})/gu;

/**
 * Spells the legal form of a company as there is one: without serifs S.r.l. looks like S.r.I., and of two stops so near to each
 * other one is easily missed.
 */
export function spellLegalForms(text: string): string {
  return text
    .replace(limited, '$1l')
    .replace(limitedInCapitals, '$1L')
    .replace(torn, (_, letters: string) => `S.${[...letters].join('.')}.`);
}

/** A text without the legal forms of companies in it, whose stops stand where no sentence has one. */
export function withoutLegalForms(text: string): string {
  return text.replace(whole, '').trim();
}
