import { useState } from 'react';
import type { PageFit } from '../../canvas/PagePicture.tsx';
import type { Command } from './commands.ts';

const zoomSteps = [0.6, 1, 1.5, 2.2, 3.2] as const;

export interface View {
  readonly zoom: number;
  readonly fit: PageFit;
  /** True where the command was one about how the page is looked at. */
  look(command: Command): boolean;
}

/** How much the field is enlarged, and whether the page is shown as a whole. */
export function useView(): View {
  const [zoomStep, setZoomStep] = useState(1);
  const [fit, setFit] = useState<PageFit>('width');
  return {
    zoom: zoomSteps[zoomStep] ?? 1,
    fit,
    look({ kind }) {
      if (kind === 'zoom-in') setZoomStep((step) => Math.min(zoomSteps.length - 1, step + 1));
      else if (kind === 'zoom-out') setZoomStep((step) => Math.max(0, step - 1));
      else if (kind === 'whole-page') setFit((before) => (before === 'whole' ? 'width' : 'whole'));
      else return false;
      return true;
    },
  };
}
