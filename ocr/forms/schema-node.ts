/** A part of a JSON Schema that says something of one value. */
export type SchemaNode = Readonly<Record<string, unknown>>;

export function isSchemaNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Finds what a schema says of the value at a JSON Pointer of the record; null where it allows no such value. */
export function schemaNodeAt(schema: SchemaNode, pointer: string): SchemaNode | null {
  let node = followReference(schema, schema);
  for (const step of pointerSteps(pointer)) {
    const child = node.type === 'array' ? arrayMember(node, step) : objectMember(node, step);
    if (!isSchemaNode(child)) return null;
    node = followReference(schema, child);
  }
  return node;
}

/** The codes that a field may take: those of its enum, or of its members where it takes several. */
export function codesOf(schema: SchemaNode, node: SchemaNode): readonly string[] {
  const holder = node.type === 'array' && isSchemaNode(node.items) ? followReference(schema, node.items) : node;
  return Array.isArray(holder.enum) ? holder.enum.filter((code) => typeof code === 'string') : [];
}

/** Pointers of all required leaves outside arrays: what every complete record holds. */
export function requiredPointers(schema: SchemaNode, node: SchemaNode = schema, at = ''): string[] {
  const { properties, required } = followReference(schema, node);
  if (!isSchemaNode(properties) || !Array.isArray(required)) return [];
  return required.flatMap((name) => {
    const child = typeof name === 'string' ? properties[name] : undefined;
    if (typeof name !== 'string' || !isSchemaNode(child)) return [];
    const pointer = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const resolved = followReference(schema, child);
    return isSchemaNode(resolved.properties) ? requiredPointers(schema, resolved, pointer) : [pointer];
  });
}

function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function objectMember(node: SchemaNode, step: string): unknown {
  return isSchemaNode(node.properties) && Object.hasOwn(node.properties, step) ? node.properties[step] : undefined;
}

function arrayMember(node: SchemaNode, step: string): unknown {
  if (!/^\d+$/.test(step)) return undefined;
  const beyond = typeof node.maxItems === 'number' && Number(step) >= node.maxItems;
  return beyond ? undefined : node.items;
}

/** Follows references inside the same schema (`#/...`); what stands beside a reference wins. */
function followReference(schema: SchemaNode, node: SchemaNode, depth = 0): SchemaNode {
  const { $ref: reference } = node;
  if (typeof reference !== 'string' || !reference.startsWith('#/') || depth > 20) return node;
  const target = pointerSteps(reference.slice(1)).reduce<unknown>(
    (at, step) => (isSchemaNode(at) ? at[step] : undefined),
    schema,
  );
  return isSchemaNode(target) ? { ...followReference(schema, target, depth + 1), ...node } : node;
}
