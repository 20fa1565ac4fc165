import type { Random } from '../random.ts';
import type { Damage, DamageLevel } from '../truth.ts';

export interface DamageWishes {
  readonly level: DamageLevel;
  readonly dpi?: 200 | 300 | undefined;
  readonly upsideDown?: boolean;
}

/** Draws what happens to one page. `none` is a perfect capture; `heavy` is a bad copy, badly scanned. */
export function drawDamage(random: Random, { level, dpi, upsideDown = false }: DamageWishes): Damage {
  const base: Damage = {
    level,
    dpi: dpi ?? 300,
    upsideDown,
    skewDeg: 0,
    scale: 1,
    shearDeg: 0,
    offsetMm: [0, 0],
    noise: 0,
    saltAndPepper: 0,
    blurPx: 0,
    faintToner: 0,
    paperGrey: 255,
    unevenBackground: 0,
    darkEdge: 'none',
    punchHoles: false,
    stamp: false,
    jpegQuality: 92,
  };
  if (level === 'none') return base;
  const strength = { light: 0, medium: 1, heavy: 2 }[level];
  const chosenDpi = dpi ?? (random.chance([0.25, 0.4, 0.5][strength] ?? 0) ? 200 : 300);
  const spread = (values: readonly [number, number, number]) => {
    const most = values[strength] ?? 0;
    return random.between(-most, most);
  };
  const amount = (ranges: readonly [Range, Range, Range]) => random.between(...(ranges[strength] ?? [0, 0]));
  return {
    ...base,
    dpi: chosenDpi,
    skewDeg: spread([0.6, 1.6, 3]),
    scale: 1 + spread([0.003, 0.012, 0.02]),
    shearDeg: spread([0.03, 0.15, 0.3]),
    offsetMm: [spread([1, 2, 3]), spread([1, 2.5, 3.5])],
    noise: amount([
      [1, 3],
      [3, 7],
      [7, 13],
    ]),
    saltAndPepper: amount([
      [0, 0.00005],
      [0.0001, 0.0006],
      [0.0006, 0.002],
    ]),
    // Optics blur by a length on paper: more pixels of it at a higher resolution.
    blurPx:
      (amount([
        [0.4, 0.7],
        [0.6, 1],
        [0.9, 1.5],
      ]) *
        chosenDpi) /
      300,
    faintToner: amount([
      [0, 0.12],
      [0.1, 0.35],
      [0.3, 0.55],
    ]),
    paperGrey: amount([
      [246, 254],
      [240, 252],
      [222, 244],
    ]),
    unevenBackground: amount([
      [0, 5],
      [4, 16],
      [18, 48],
    ]),
    darkEdge: random.chance([0.05, 0.3, 0.55][strength] ?? 0)
      ? random.pick(['left', 'right', 'top', 'bottom'])
      : 'none',
    punchHoles: random.chance([0.1, 0.3, 0.4][strength] ?? 0),
    stamp: random.chance([0.35, 0.5, 0.5][strength] ?? 0),
    jpegQuality: Math.round(
      amount([
        [82, 92],
        [60, 82],
        [38, 62],
      ]),
    ),
  };
}

type Range = readonly [number, number];
