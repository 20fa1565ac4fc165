import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formManifestSchema, layoutFileSchema, type Policy } from '../../../ocr/model/form.ts';

/** Copies a form package under another version in which the zones of some fields have another policy. */
export async function copyFormWithPolicies(
  from: string,
  to: string,
  policies: Readonly<Record<string, Policy>>,
): Promise<void> {
  await cp(from, to, { recursive: true });
  const manifestPath = join(to, 'form.json');
  const manifest = formManifestSchema.parse(JSON.parse(await readFile(manifestPath, 'utf8')));
  await writeFile(manifestPath, JSON.stringify({ ...manifest, version: '1.0.1' }));
  const layouts = join(to, 'layouts');
  for (const name of (await readdir(layouts)).filter((file) => file.endsWith('.json'))) {
    const layout = layoutFileSchema.parse(JSON.parse(await readFile(join(layouts, name), 'utf8')));
    const pages = layout.pages.map((page) => ({
      ...page,
      zones: page.zones.map((zone) => ({ ...zone, ...(policies[zone.field] && { policy: policies[zone.field] }) })),
    }));
    await writeFile(join(layouts, name), JSON.stringify({ ...layout, pages }));
  }
}
