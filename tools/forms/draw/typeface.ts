import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const require = createRequire(import.meta.url);

/** One weight of an OFL font family from npm (`@fontsource/<family>`), regular or italic. */
export interface FaceName {
  readonly family: string;
  readonly weight: number;
  readonly style?: 'normal' | 'italic';
}

/** One glyph ready to draw: an outline in ems, y upwards, and how far the pen moves on, in ems. */
export interface GlyphOutline {
  readonly commands: readonly fontkit.PathCommand[];
  readonly scale: number;
  readonly advance: number;
  /** Ink box in ems, y upwards; null for blanks. */
  readonly ink: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number } | null;
}

export interface Typeface {
  readonly name: FaceName;
  /** Whether the font can draw a character. */
  has(character: string): boolean;
  /** Outlines of a line of text from left to right, kerned. Throws when the font has no such character. */
  outlines(text: string): GlyphOutline[];
}

/** Opens a typeface from its latin and latin-ext subsets, so that accented and foreign names can be set. */
export function openTypeface(name: FaceName): Typeface {
  const subsets = subsetFiles(name).map((path) => openLazily(() => openSubset(path)));
  const known = new Map<string, GlyphOutline[]>();
  return {
    name,
    has: (character) => subsets.some((open) => open().hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
    outlines(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const made = runsBySubset(text, subsets, name).flatMap(({ font, run }) => outlinesOf(font, run));
      if (known.size < 4000) known.set(text, made);
      return made;
    },
  };
}

/** Returns a function that opens each typeface once. */
export function createTypefaceCase(): (name: FaceName) => Typeface {
  const opened = new Map<string, Typeface>();
  return (name) => {
    const key = `${name.family} ${name.weight} ${name.style ?? 'normal'}`;
    const typeface = opened.get(key) ?? openTypeface(name);
    opened.set(key, typeface);
    return typeface;
  };
}

/** Few pen faces come with more letters than those of western Europe. */
function subsetFiles({ family, weight, style = 'normal' }: FaceName): string[] {
  const latin = require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-${style}.woff`);
  const extended = latin.replace(`${family}-latin-`, `${family}-latin-ext-`);
  return existsSync(extended) ? [latin, extended] : [latin];
}

function openSubset(path: string): fontkit.Font {
  const font = fontkit.create(readFileSync(path));
  if ('fonts' in font) throw new Error(`${path} is a font collection`);
  return font;
}

/** Most texts need the first subset only: unpacking a font takes longer than setting a page with it. */
function openLazily<Value extends object>(open: () => Value): () => Value {
  let opened: Value | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}

function runsBySubset(text: string, subsets: readonly (() => fontkit.Font)[], name: FaceName) {
  const runs: { font: fontkit.Font; run: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    const open = subsets.find((candidate) => candidate().hasGlyphForCodePoint(codePoint));
    if (open === undefined) throw new Error(`${name.family} has no glyph for "${character}"`);
    const font = open();
    const last = runs.at(-1);
    if (last !== undefined && last.font === font) last.run += character;
    else runs.push({ font, run: character });
  }
  return runs;
}

function outlinesOf(font: fontkit.Font, run: string): GlyphOutline[] {
  const scale = 1 / font.unitsPerEm;
  // Ligatures would hide single letters from the per-letter jitter of handwriting.
  const { glyphs, positions } = font.layout(run, { liga: false, clig: false, dlig: false });
  return glyphs.map((glyph, index) => {
    const { commands } = glyph.path;
    const box = glyph.bbox;
    const ink =
      commands.length === 0
        ? null
        : { minX: box.minX * scale, minY: box.minY * scale, maxX: box.maxX * scale, maxY: box.maxY * scale };
    return { commands, scale, advance: (positions[index]?.xAdvance ?? glyph.advanceWidth) * scale, ink };
  });
}
