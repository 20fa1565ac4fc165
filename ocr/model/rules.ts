import { type Affine, type Box, mapBox } from './geometry.ts';

/** Boxes around the straight lines printed on a page. */
export interface Rules {
  readonly across: readonly Box[];
  readonly down: readonly Box[];
}

export const noRules: Rules = { across: [], down: [] };

export function mapRules(map: Affine, { across, down }: Rules): Rules {
  return { across: across.map((box) => mapBox(map, box)), down: down.map((box) => mapBox(map, box)) };
}
