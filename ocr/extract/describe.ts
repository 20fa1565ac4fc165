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
  /** Index of the row this field belongs to, and the pointer of the rows; null outside repeating parts. */
  readonly row: { readonly rows: string; readonly index: number } | null;
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
    path += `/${segment}`;
  }
  const title = titleOf(node, pointer.slice(pointer.lastIndexOf('/') + 1));
  return { pointer, title, kind: kindOf(node), type: typeOf(node), options: optionsOf(node), required, row };
}

/** Every field that the layouts of a form can fill, in the order of the first layout that has it. */
export function describeFields(form: FormPackage): FieldDescription[] {
  const pointers = new Set(
    form.layouts.flatMap((layout) => layout.pages.flatMap((page) => page.zones.map((zone) => zone.field))),
  );
  return [...pointers].flatMap((pointer) => describeField(form.schema, pointer) ?? []);
}
