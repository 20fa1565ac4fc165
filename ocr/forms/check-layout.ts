import type { DescribedZone, LayoutFile, LayoutFilePage } from '../model/form.ts';
import { checkInside, checkZone } from './check-zones.ts';
import { zonesOf } from './expand-tables.ts';
import { type Finding, fault, type Place, warning, within } from './finding.ts';
import { referencePath } from './load.ts';
import { readPngSize } from './png-size.ts';
import { codesOf, requiredPointers, type SchemaNode, schemaNodeAt } from './schema-node.ts';

/** Checks a layout against its file name, its reference images and the schema of the form. */
export async function checkLayout(
  layout: LayoutFile,
  edition: string,
  schema: SchemaNode,
  folder: string,
  place: Place,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (layout.edition !== edition) {
    findings.push(
      fault(
        within(place, 'edition'),
        `è "${layout.edition}" ma il file si chiama ${edition}.json: dare a entrambi lo stesso nome`,
        `is "${layout.edition}" but the file is called ${edition}.json: give both the same name`,
      ),
    );
  }
  for (const [index, page] of layout.pages.entries()) {
    const at = within(place, 'pages', index);
    findings.push(...(await checkReference(page, folder, within(at, 'reference'))));
    page.zones.forEach((zone, zoneIndex) => {
      findings.push(...checkZone(zone, page, schema, within(at, 'zones', zoneIndex)));
    });
    page.printed.forEach((printed, printedIndex) => {
      findings.push(...checkInside(printed.rectMm, page, within(at, 'printed', printedIndex, 'rectMm')));
    });
  }
  return [...findings, ...checkIds(layout, place), ...checkWholeness(layout, schema, place)];
}

async function checkReference(page: LayoutFilePage, folder: string, place: Place): Promise<Finding[]> {
  const size = await readPngSize(referencePath(folder, page.reference));
  if (size === null) {
    return [
      fault(
        place,
        `manca layouts/${page.reference}, o non è un PNG: metterci la scansione diritta della pagina vuota`,
        `layouts/${page.reference} is missing or is no PNG: put the straightened scan of the empty page there`,
      ),
    ];
  }
  const across = size.widthPx / page.widthMm;
  const down = size.heightPx / page.heightMm;
  if (Math.abs(across / down - 1) > 0.005) {
    return [
      fault(
        place,
        `l'immagine (${size.widthPx} per ${size.heightPx}) non ha le proporzioni della pagina (${page.widthMm} per ${page.heightMm} mm): ritagliarla esattamente sui bordi del foglio`,
        `the image (${size.widthPx} by ${size.heightPx}) has not the proportions of the page (${page.widthMm} by ${page.heightMm} mm): crop it exactly to the edges of the sheet`,
      ),
    ];
  }
  const dpi = Math.round(across * 25.4);
  if (dpi >= 140) return [];
  return [
    warning(
      place,
      `l'immagine ha ${dpi} punti per pollice: con 200 l'allineamento e le caselle riescono meglio`,
      `the image has ${dpi} dots per inch: with 200 alignment and tick boxes work better`,
    ),
  ];
}

function checkIds(layout: LayoutFile, place: Place): Finding[] {
  const seen = new Set<string>();
  return layout.pages.flatMap((page, pageIndex) =>
    page.zones.flatMap((zone, zoneIndex) => {
      const ids = new Set([zone, ...zonesOf(zone)].map(({ id }) => id));
      const repeated = [...ids].find((id) => seen.has(id));
      for (const id of ids) seen.add(id);
      if (repeated === undefined) return [];
      return [
        fault(
          within(place, 'pages', pageIndex, 'zones', zoneIndex, 'id'),
          `"${repeated}" c'è già in questo layout: dare a ogni zona un nome suo`,
          `"${repeated}" occurs already in this layout: give each zone a name of its own`,
        ),
      ];
    }),
  );
}

/** Warns of required fields that no zone fills, and of codes that no box stands for. */
function checkWholeness(layout: LayoutFile, schema: SchemaNode, place: Place): Finding[] {
  const zones = layout.pages.flatMap((page) => page.zones);
  const filled = new Set(zones.map(({ field }) => field));
  const unfilled = requiredPointers(schema)
    .filter((pointer) => ![...filled].some((field) => field === pointer || field.startsWith(`${pointer}/`)))
    .map((pointer) =>
      warning(
        within(place, 'pages'),
        `nessuna zona riempie il campo obbligatorio ${pointer}: aggiungere la zona, o la persona dovrà scriverlo sempre`,
        `no zone fills the required field ${pointer}: add the zone, or a person will always have to key it`,
      ),
    );
  return [...unfilled, ...checkCodes(zones, schema, place)];
}

function checkCodes(zones: readonly DescribedZone[], schema: SchemaNode, place: Place): Finding[] {
  const marks = new Map<string, Set<string>>();
  for (const zone of zones) {
    if (zone.kind !== 'mark' || zone.value === true) continue;
    marks.set(zone.field, (marks.get(zone.field) ?? new Set()).add(zone.value));
  }
  return [...marks].flatMap(([field, values]) => {
    const node = schemaNodeAt(schema, field);
    const missing = (node === null ? [] : codesOf(schema, node)).filter((code) => !values.has(code));
    if (missing.length === 0) return [];
    return [
      warning(
        within(place, 'pages'),
        `nessuna casella sta per ${missing.join(', ')} del campo ${field}`,
        `no box stands for ${missing.join(', ')} of the field ${field}`,
      ),
    ];
  });
}
