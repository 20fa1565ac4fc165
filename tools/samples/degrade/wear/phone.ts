import type { Affine } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { Random } from '../../random.ts';

/** The far edge of a sheet is seen this much shorter at most, and turned so far. */
const mostPerspective = 0.05;
const mostTurnRad = 0.03;

/** Photographs the sheet with a phone: on a desk, from an angle, in uneven light and in the shadow of a hand. */
export function photograph({ data, widthPx, heightPx }: GreyImage, random: Random): GreyImage {
  const toSheet = lookThrough(drawView(random.fork('view')), widthPx, heightPx);
  const light = drawLight(random.fork('light'), widthPx, heightPx);
  const desk = random.whole(40, 120);
  const seen = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const [u, v] = toSheet(x, y);
      const level = u < 0 || v < 0 || u >= widthPx - 1 || v >= heightPx - 1 ? desk : bilinear(data, widthPx, u, v);
      seen[y * widthPx + x] = level * light(x, y);
    }
  }
  return { data: seen, widthPx, heightPx };
}

interface View {
  readonly turnRad: number;
  /** Share by which the sheet is seen smaller. */
  readonly farther: number;
  readonly tiltX: number;
  readonly tiltY: number;
}

function drawView(random: Random): View {
  return {
    turnRad: random.between(-mostTurnRad, mostTurnRad),
    farther: random.between(1.06, 1.14),
    tiltX: random.between(-mostPerspective, mostPerspective),
    tiltY: random.between(-mostPerspective, mostPerspective),
  };
}

/** Where on the sheet a pixel of the photograph looks. */
function lookThrough(
  view: View,
  widthPx: number,
  heightPx: number,
): (x: number, y: number) => readonly [number, number] {
  const [cos, sin] = [Math.cos(view.turnRad) * view.farther, Math.sin(view.turnRad) * view.farther];
  return (x, y) => {
    const [dx, dy] = [x - widthPx / 2, y - heightPx / 2];
    const depth = 1 + (view.tiltX * dx) / widthPx + (view.tiltY * dy) / heightPx;
    return [widthPx / 2 + (cos * dx - sin * dy) / depth, heightPx / 2 + (sin * dx + cos * dy) / depth];
  };
}

/** Pixels of a scan of the sheet to those of its photograph, as they lie about the middle. `random` is that of `photograph`. */
export function photographMap(random: Random, { widthPx, heightPx }: GreyImage): Affine {
  const { turnRad, farther } = drawView(random.fork('view'));
  const [cos, sin] = [Math.cos(turnRad) / farther, Math.sin(turnRad) / farther];
  const [cx, cy] = [widthPx / 2, heightPx / 2];
  return [cos, -sin, sin, cos, cx - cos * cx - sin * cy, cy + sin * cx - cos * cy];
}

/** Share of the light that reaches a place: falling off to one side, and less in a shadow with a soft edge. */
function drawLight(random: Random, widthPx: number, heightPx: number): (x: number, y: number) => number {
  const angle = random.between(0, 2 * Math.PI);
  const fall = random.between(0.15, 0.5);
  const shadow = random.between(0.1, 0.4);
  const edge = random.between(-0.2, 0.4);
  const soft = random.between(0.02, 0.12);
  const slant = angle + random.between(-1, 1);
  return (x, y) => {
    const [u, v] = [x / widthPx - 0.5, y / heightPx - 0.5];
    const away = Math.cos(angle) * u + Math.sin(angle) * v + 0.5;
    const inShadow = (Math.cos(slant) * u + Math.sin(slant) * v - edge) / soft;
    const dark = shadow / (1 + Math.exp(-4 * inShadow));
    return Math.max(0.1, (1 - fall * away) * (1 - dark));
  };
}

function bilinear(data: Uint8Array, widthPx: number, u: number, v: number): number {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const [right, down] = [u - x, v - y];
  const at = y * widthPx + x;
  const top = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const low = (data[at + widthPx] ?? 0) * (1 - right) + (data[at + widthPx + 1] ?? 0) * right;
  return top * (1 - down) + low * down;
}
