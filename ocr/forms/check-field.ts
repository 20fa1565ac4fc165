import type { DescribedZone } from '../model/form.ts';
import { type Finding, fault, type Place } from './finding.ts';
import type { SchemaNode } from './schema-node.ts';

/** Says that a zone fills a field which the schema has not. */
export function unknownField(pointer: string, place: Place): Finding {
  return fault(
    place,
    `lo schema non ha il campo ${pointer}: correggere il puntatore o aggiungere il campo a schema.json`,
    `the schema has no field ${pointer}: correct the pointer or add the field to schema.json`,
  );
}

/** Checks that a field has one of the types that its zone can fill. */
export function checkType(zone: DescribedZone, node: SchemaNode, allowed: readonly string[], place: Place): Finding[] {
  const types = Array.isArray(node.type) ? node.type : [node.type];
  if (types.some((type) => allowed.includes(String(type)))) return [];
  return [
    fault(
      place,
      `una zona "${zone.kind}" vuole un campo di tipo ${allowed.join(' o ')}: ${zone.field} è "${String(node.type)}"`,
      `a "${zone.kind}" zone needs a field of type ${allowed.join(' or ')}: ${zone.field} is "${String(node.type)}"`,
    ),
  ];
}

/** Checks that a pattern is a regular expression. */
export function checkPattern(pattern: string, place: Place): Finding[] {
  try {
    new RegExp(pattern, 'u');
    return [];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [fault(place, `non è un'espressione regolare: ${detail}`, `is not a regular expression: ${detail}`)];
  }
}
