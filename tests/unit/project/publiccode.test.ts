import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/** The mandatory keys of the publiccode.yml standard 0.4 (yml.publiccode.tools, schema.core) and their limits. */
const descriptionSchema = z.object({
  genericName: z.string().max(35).optional(),
  shortDescription: z.string().max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().max(100)).min(1),
});
const publiccodeSchema = z.object({
  publiccodeYmlVersion: z.literal('0.4'),
  name: z.string(),
  url: z.url(),
  releaseDate: z.iso.date(),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(z.string()).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum([
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ]),
  description: z.object({ it: descriptionSchema, en: descriptionSchema }),
  legal: z.object({ license: z.literal('EUPL-1.2') }),
  maintenance: z.object({ type: z.literal('community'), contacts: z.array(z.object({ name: z.string() })).min(1) }),
  localisation: z.object({ localisationReady: z.literal(true), availableLanguages: z.array(z.string()) }),
});
const packageSchema = z.object({ version: z.string(), license: z.string() });

const root = new URL('../../../', import.meta.url);

describe('publiccode.yml', () => {
  const publiccode: unknown = parse(readFileSync(new URL('publiccode.yml', root), 'utf8'));

  it('has every key that the standard demands', () => {
    expect(publiccodeSchema.safeParse(publiccode).error?.issues ?? []).toEqual([]);
  });

  it('tells the version and licence of the package', () => {
    const manifest = packageSchema.parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));
    expect(publiccode).toMatchObject({ softwareVersion: manifest.version, legal: { license: manifest.license } });
  });
});
