/** A grey picture inside the kernel's memory, valid until the scope in which it was made ends. */
export interface Plane {
  readonly address: number;
  readonly widthPx: number;
  readonly heightPx: number;
}
