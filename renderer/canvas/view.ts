/**
 * The geometry of looking at a page, without any element of the screen. A picture is served upright: turned clockwise
 * by `rotationDeg`. Boxes of fields are in pixels of the page as captured, before that turn.
 */

/** `[x0, y0, x1, y1]`, x to the right, y downwards, in the unit that the owner says. */
export type Box = readonly [number, number, number, number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type RotationDeg = 0 | 90 | 180 | 270;

/** Maps a box of the captured page to the upright picture. `upright` is the picture's size in captured pixels. */
export function uprightBox([x0, y0, x1, y1]: Box, upright: Size, rotationDeg: RotationDeg): Box {
  switch (rotationDeg) {
    case 0:
      return [x0, y0, x1, y1];
    case 90:
      return [upright.width - y1, x0, upright.width - y0, x1];
    case 180:
      return [upright.width - x1, upright.height - y1, upright.width - x0, upright.height - y0];
    case 270:
      return [y0, upright.height - x1, y1, upright.height - x0];
  }
}

/** Where a picture lies in its window: screen point = picture point * scale + offset. */
export interface View {
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Shows the whole picture, centred. */
export function viewWhole(picture: Size, window: Size): View {
  const scale = Math.min(window.width / picture.width, window.height / picture.height);
  return centred(picture, window, scale, picture.width / 2, picture.height / 2);
}

export interface CloseUp {
  /** Times the box, on each side, that is shown around it. */
  readonly marginX: number;
  readonly marginY: number;
  /** Largest enlargement, in screen pixels per captured pixel. */
  readonly maxScale: number;
  /** 1 shows box and margins; 2 shows them twice as large, and so on. */
  readonly zoom: number;
}

/** Shows a box enlarged with what is around it, in the middle of the window, never showing beyond the page if it can be helped. */
export function viewAround([x0, y0, x1, y1]: Box, picture: Size, window: Size, closeUp: CloseUp): View {
  const width = Math.max(x1 - x0, 1);
  const height = Math.max(y1 - y0, 1);
  const fitting = Math.min(
    window.width / (width * (1 + 2 * closeUp.marginX)),
    window.height / (height * (1 + 2 * closeUp.marginY)),
    closeUp.maxScale,
  );
  return centred(picture, window, fitting * closeUp.zoom, (x0 + x1) / 2, (y0 + y1) / 2);
}

/** Maps a box of the picture to the window. */
export function boxInView([x0, y0, x1, y1]: Box, { scale, offsetX, offsetY }: View): Box {
  return [x0 * scale + offsetX, y0 * scale + offsetY, x1 * scale + offsetX, y1 * scale + offsetY];
}

/** How far to scroll a window over a picture so that a box is in its middle, kept within the picture. */
export function scrollTo(
  [x0, y0, x1, y1]: Box,
  content: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  return {
    left: clamp((x0 + x1) / 2 - window.width / 2, 0, Math.max(0, content.width - window.width)),
    top: clamp((y0 + y1) / 2 - window.height / 2, 0, Math.max(0, content.height - window.height)),
  };
}

function centred(picture: Size, window: Size, scale: number, x: number, y: number): View {
  return {
    scale,
    offsetX: offsetFor(window.width, picture.width * scale, x * scale),
    offsetY: offsetFor(window.height, picture.height * scale, y * scale),
  };
}

/** Offset that puts `point` in the middle of the window, kept so that no space beside the picture shows needlessly. */
function offsetFor(window: number, content: number, point: number): number {
  if (content <= window) return (window - content) / 2;
  return clamp(window / 2 - point, window - content, 0);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
