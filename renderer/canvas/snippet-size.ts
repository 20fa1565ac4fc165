import type { CSSProperties } from 'react';

declare module 'react' {
  interface CSSProperties {
    /** How large pictures of fields are, against the usual size. */
    '--snippet'?: number;
  }
}

/** The size that a person wants pictures of fields in, for the style sheets below an element. */
export function snippetSize(percent: number): CSSProperties {
  return { '--snippet': percent / 100 };
}
