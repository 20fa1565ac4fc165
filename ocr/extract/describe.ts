import { type Bilingual, bilingualSchema, type FormPackage, type ValueKind, valueKindSchema } from '../model/form.ts';

/** What the form's schema says of one field. */
export interface FieldDescription {
  readonly pointer: string;
  readonly title: Bilingual;
  readonly kind: ValueKind;
  readonly type: 'string' | 'number' | 'boolean' | 'strings';
  /** Codes with their titles, for fields that take one or several of a list. */
  readonly options: readonly { readonly value: string; readonly title: Bilingual }[];
  readonly required: boolean;
  /** Special category of data (GDPR art. 9), said of the field or of a part that it belongs to. */
  readonly special: boolean;
  /** Index of the row this field belongs to, and the pointer of the rows; null outside repeating parts. */
  readonly row: { readonly rows: string; readonly index: number } | null;
}

/** Whether an edition of the form was drawn; if not, its labels are all that tells where a field is. */
export function hasLayout({ layouts }: FormPackage): boolean {
  return layouts.length > 0;
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve(root: Node, node: Node): Node {
  const reference = node.$ref;
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return node;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, segment) => (isNode(at) ? at[segment] : undefined), root);
  return isNode(target) ? { ...resolve(root, target), ...node } : node;
}

function titleOf(node: Node, fallback: string): Bilingual {
  const parsed = bilingualSchema.safeParse(node['x-tabularium-title']);
  return parsed.success ? parsed.data : { it: fallback, en: fallback };
}

function optionsOf(node: Node): FieldDescription['options'] {
  const items = isNode(node.items) ? node.items : node;
  const codes = Array.isArray(items.enum) ? items.enum.filter((code) => typeof code === 'string') : [];
  const titles = isNode(items['x-tabularium-titles']) ? items['x-tabularium-titles'] : {};
  return codes.map((code) => {
    const parsed = bilingualSchema.safeParse(titles[code]);
    return { value: code, title: parsed.success ? parsed.data : { it: code, en: code } };
  });
}

function typeOf(node: Node): FieldDescription['type'] {
  if (node.type === 'boolean') return 'boolean';
  if (node.type === 'number' || node.type === 'integer') return 'number';
  return node.type === 'array' ? 'strings' : 'string';
}

function kindOf(node: Node): ValueKind {
  const parsed = valueKindSchema.safeParse(node['x-tabularium-kind']);
  if (parsed.success) return parsed.data;
  return node.format === 'date' ? 'date' : 'text';
}

function requiredIn(node: Node, member: string): boolean {
  return Array.isArray(node.required) && node.required.includes(member);
}

/** Describes the field at a JSON Pointer, or returns null where the schema has no such field. */
export function describeField(schema: Node, pointer: string): FieldDescription | null {
  let node = resolve(schema, schema);
  let required = true;
  let special = false;
  let row: FieldDescription['row'] = null;
  let path = '';
  for (const segment of pointer.slice(1).split('/')) {
    if (node.type === 'array' && /^\d+$/.test(segment)) {
      if (!isNode(node.items)) return null;
      row = { rows: path, index: Number(segment) };
      node = resolve(schema, node.items);
      required = true;
    } else {
      const properties = node.properties;
      const child = isNode(properties) ? properties[segment] : undefined;
      if (!isNode(child)) return null;
      required = required && requiredIn(node, segment);
      node = resolve(schema, child);
    }
    special ||= node['x-tabularium-special-category'] === true;
    path += `/${segment}`;
  }
  const title = titleOf(node, pointer.slice(pointer.lastIndexOf('/') + 1));
  return { pointer, title, kind: kindOf(node), type: typeOf(node), options: optionsOf(node), required, special, row };
}

/** How deep objects may be nested in a form without a layout; ends the walk through schemas that refer to themselves. */
const deepest = 6;

/** Pointers of all single values of a schema, in its order. Repeating parts are left out: nothing says how many rows there are. */
function leafPointers(root: Node, node: Node, at = '', depth = 0): string[] {
  const { type, properties, items } = resolve(root, node);
  if (isNode(properties)) {
    if (depth === deepest) return [];
    return Object.entries(properties).flatMap(([name, child]) =>
      isNode(child) ? leafPointers(root, child, `${at}/${name}`, depth + 1) : [],
    );
  }
  const isRows = type === 'array' && isNode(items) && isNode(resolve(root, items).properties);
  return isRows || at === '' ? [] : [at];
}

/** Pointers of the repeating parts of a schema: arrays of objects. */
export function rowPointers(root: Node, node: Node = root, at = '', depth = 0): string[] {
  const { type, properties, items } = resolve(root, node);
  if (isNode(properties) && depth < deepest) {
    return Object.entries(properties).flatMap(([name, child]) =>
      isNode(child) ? rowPointers(root, child, `${at}/${name}`, depth + 1) : [],
    );
  }
  return type === 'array' && isNode(items) && isNode(resolve(root, items).properties) ? [at] : [];
}

/** Names of the members of each row of the repeating part at a pointer. */
export function rowMembers(root: Node, rows: string): string[] {
  const found = rows
    .slice(1)
    .split('/')
    .reduce<Node>((node, segment) => {
      const { properties } = resolve(root, node);
      const child = isNode(properties) ? properties[segment] : undefined;
      return isNode(child) ? child : {};
    }, root);
  const { items } = resolve(root, found);
  const { properties } = isNode(items) ? resolve(root, items) : {};
  return isNode(properties) ? Object.keys(properties) : [];
}

/**
 * Every field that the layouts of a form can fill, in the order of the first layout that has it. Of a form without a layout
 * all fields of its schema but those of repeating parts.
 */
export function describeFields(form: FormPackage): FieldDescription[] {
  const pointers = hasLayout(form)
    ? new Set(form.layouts.flatMap((layout) => layout.pages.flatMap((page) => page.zones.map((zone) => zone.field))))
    : leafPointers(form.schema, form.schema);
  return [...pointers].flatMap((pointer) => describeField(form.schema, pointer) ?? []);
}
