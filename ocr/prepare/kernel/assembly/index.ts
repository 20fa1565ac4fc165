export { boxBlur } from './blur';
export { boxDown, maxDown2 } from './box';
export { components, despeckle, whitenMasses } from './components';
export { cornerStrengths } from './corners';
export { correlate } from './correlate';
export { warpCubic } from './cubic';
export { describe } from './describe';
export { darker, darkerOnAverage, dilate, keepWriting, shift, withoutPrint } from './ink';
export { divideByBackground, histogram, stretch } from './levels';
export { darkerReduced, straightLines } from './lines';
export { countMatches } from './match';
export { median3 } from './median';
export { shearScore, stripSums } from './profile';
export { resample } from './resample';
export { removeRules } from './rules';
export { turn, warpBilinear, warpNearest } from './warp';

/** First address that no operation uses for itself: planes may lie from here on. */
export function heapBase(): usize {
  return __heap_base;
}
