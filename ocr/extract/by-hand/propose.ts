import type { FieldDescription } from '../describe.ts';
import type { Evidence } from '../evidence.ts';
import { normaliseForField } from '../normalise/normalise.ts';
import type { Normalised } from '../normalise/normalised.ts';
import type { Tables } from '../tables/tables.ts';
import { levelCase } from './letter-case.ts';
import { likeliestReading } from './likeliest-reading.ts';
import { witnessesOf } from './likeness.ts';
import { mendProse } from './prose.ts';
import { mendStreet } from './street.ts';

/**
 * Proposes for a text by hand what its readings allow and its kind makes likely. A person confirms all of these: what is changed is told
 * as repaired. Addresses of mail and places wait for what else was read on the document.
 */
export function proposeByHand(evidence: Evidence, tables: Tables): Evidence {
  const { description, source, handwritten, inCells, normalised, opinions } = evidence;
  if (source !== 'text' || !handwritten || inCells || opinions.length === 0) return evidence;
  if (typeof normalised.value !== 'string' || normalised.corroborated) return evidence;
  const value = proposalOf(evidence, normalised.value, tables);
  if (value === normalised.value) return evidence;
  const kept: Normalised = normaliseForField(description, value, tables);
  return { ...evidence, normalised: { ...kept, repaired: true, candidates: candidatesOf(normalised, description) } };
}

function candidatesOf({ value, candidates }: Normalised, { type }: FieldDescription): string[] {
  return type === 'string' && typeof value === 'string' ? [value, ...candidates] : [...candidates];
}

function proposalOf(
  { description, normalised, opinions, hasManyLines }: Evidence,
  value: string,
  tables: Tables,
): string {
  const isUnknown = normalised.problem === 'unknown-comune';
  const witnesses = [...witnessesOf(opinions), { text: value, weight: 0.5 }];
  switch (description.kind) {
    case 'text':
      return mendProse(value, witnesses, hasManyLines, tables.lexicon);
    case 'street':
      return mendStreet(mendProse(value, witnesses, false, tables.lexicon), witnesses);
    case 'comune':
      return levelCase(isUnknown ? likeliestReading(description, value, witnesses, tables) : value);
    case 'phone':
    case 'plate':
    case 'document-number':
    case 'street-number':
      return likeliestReading(description, value, witnesses, tables);
    default:
      return value;
  }
}
