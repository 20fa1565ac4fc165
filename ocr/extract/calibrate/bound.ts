/** Probability that at most `hits` of `count` independent tries hit, each with the given chance. Adds up the shorter end. */
function atMost(hits: number, count: number, chance: number): number {
  if (2 * hits <= count) return sumOfTerms(hits, count, chance);
  return 1 - sumOfTerms(count - hits - 1, count, 1 - chance);
}

function sumOfTerms(hits: number, count: number, chance: number): number {
  const logOdds = Math.log(chance) - Math.log1p(-chance);
  let logTerm = count * Math.log1p(-chance);
  let sum = Math.exp(logTerm);
  for (let hit = 1; hit <= hits; hit += 1) {
    logTerm += Math.log((count - hit + 1) / hit) + logOdds;
    sum += Math.exp(logTerm);
  }
  return sum;
}

const halvings = 50;

/**
 * The share that `hits` out of `count` do not exceed in the long run, at the given level of confidence: the upper end of
 * Clopper and Pearson's (1934) exact interval, one-sided. 1 where nothing was counted.
 */
export function upperBound(hits: number, count: number, level: number): number {
  if (hits >= count) return 1;
  let [low, high] = [hits / count, 1];
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (low + high) / 2;
    if (atMost(hits, count, middle) > 1 - level) low = middle;
    else high = middle;
  }
  return high;
}

/** The share that `hits` out of `count` exceed in the long run, at the given level of confidence. 0 where nothing was counted. */
export function lowerBound(hits: number, count: number, level: number): number {
  return 1 - upperBound(count - hits, count, level);
}
