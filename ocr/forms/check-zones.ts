import type { DescribedZone, LayoutFilePage } from '../model/form.ts';
import type { RectMm } from '../model/geometry.ts';
import { checkDateParts } from './check-date-parts.ts';
import { checkPattern, checkType, unknownField } from './check-field.ts';
import { checkTable } from './check-table.ts';
import { type Finding, fault, type Place, warning, within } from './finding.ts';
import { codesOf, type SchemaNode, schemaNodeAt } from './schema-node.ts';

/** Lengths on paper that differ by less are the same. */
const toleranceMm = 0.05;

/** Checks one zone against its page and against what the schema says of its field. */
export function checkZone(zone: DescribedZone, page: LayoutFilePage, schema: SchemaNode, place: Place): Finding[] {
  const node = schemaNodeAt(schema, zone.field);
  const findings = checkInside(zone.rectMm, page, within(place, 'rectMm'));
  if (node === null) {
    findings.push(unknownField(zone.field, within(place, 'field')));
    return findings;
  }
  if ('pattern' in zone && zone.pattern !== undefined)
    findings.push(...checkPattern(zone.pattern, within(place, 'pattern')));
  return [...findings, ...checkAgainstField(zone, schema, node, place)];
}

/** Checks that a rectangle lies on its page. */
export function checkInside(rect: RectMm, page: LayoutFilePage, place: Place): Finding[] {
  const inside =
    rect.x + rect.width <= page.widthMm + toleranceMm && rect.y + rect.height <= page.heightMm + toleranceMm;
  if (inside) return [];
  return [
    fault(
      place,
      `il rettangolo esce dalla pagina di ${page.widthMm} per ${page.heightMm} mm: misurarlo di nuovo in millimetri`,
      `the rectangle leaves the page of ${page.widthMm} by ${page.heightMm} mm: measure it again, in millimetres`,
    ),
  ];
}

function checkAgainstField(zone: DescribedZone, schema: SchemaNode, node: SchemaNode, place: Place): Finding[] {
  switch (zone.kind) {
    case 'mark':
      return checkMark(zone.value, zone.field, schema, node, within(place, 'value'));
    case 'comb':
      return [
        ...checkType(zone, node, ['string', 'number', 'integer'], within(place, 'kind')),
        ...checkCells(zone.cells, node, place),
      ];
    case 'date':
      if (node.type === 'string' && node.format === 'date') return checkDateParts(zone, within(place, 'parts'));
      return [
        fault(
          within(place, 'kind'),
          `il campo ${zone.field} non è una data: dargli "type": "string" e "format": "date" in schema.json`,
          `the field ${zone.field} is no date: give it "type": "string" and "format": "date" in schema.json`,
        ),
      ];
    case 'signature':
      return checkType(zone, node, ['boolean'], within(place, 'kind'));
    case 'text':
    case 'barcode':
      return checkType(zone, node, ['string', 'number', 'integer'], within(place, 'kind'));
    case 'table':
      return node.type === 'array'
        ? checkTable(zone, schema, node, place)
        : checkType(zone, node, ['array'], within(place, 'kind'));
  }
}

function checkMark(value: true | string, field: string, schema: SchemaNode, node: SchemaNode, place: Place): Finding[] {
  if (value === true) {
    if (node.type === 'boolean') return [];
    return [
      fault(
        place,
        `una casella con valore true vuole un campo "boolean": ${field} è "${String(node.type)}"`,
        `a box with the value true needs a "boolean" field: ${field} is "${String(node.type)}"`,
      ),
    ];
  }
  const codes = codesOf(schema, node);
  if (codes.includes(value)) return [];
  return [
    fault(
      place,
      `"${value}" non è tra i codici di ${field} (${codes.join(', ')}): correggere il valore o aggiungerlo a "enum"`,
      `"${value}" is none of the codes of ${field} (${codes.join(', ')}): correct the value or add it to "enum"`,
    ),
  ];
}

function checkCells(cells: number, node: SchemaNode, place: Place): Finding[] {
  const least = typeof node.minLength === 'number' ? node.minLength : 0;
  const most = typeof node.maxLength === 'number' ? node.maxLength : Number.POSITIVE_INFINITY;
  const at = within(place, 'cells');
  if (cells < least) {
    return [
      fault(
        at,
        `il pettine ha ${cells} caselle ma il campo vuole almeno ${least} caratteri: contare le caselle`,
        `the comb has ${cells} cells but the field needs at least ${least} characters: count the cells`,
      ),
    ];
  }
  if (cells <= most) return [];
  return [
    warning(
      at,
      `il pettine ha ${cells} caselle ma il campo tiene al massimo ${most} caratteri: contare le caselle`,
      `the comb has ${cells} cells but the field holds at most ${most} characters: count the cells`,
    ),
  ];
}
