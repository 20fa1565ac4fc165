import { editDistance } from '../normalise/characters.ts';

/** Labels less alike are of different fields. */
const leastLikeness = 0.75;
/** Shorter names are too near to others to be read with a character wrong. */
const shortestMisread = 5;

function misreadLikeness(label: string, name: string): number {
  if (name.length < shortestMisread) return 0;
  const longest = Math.max(label.length, name.length);
  const most = Math.floor(longest * (1 - leastLikeness));
  return 1 - editDistance(label, name, most) / longest;
}

/** What stands beside the name counts against it: "cognome (in stampatello)" is one, "nome della scuola" is not a name. */
function containedLikeness(label: string, name: string): number {
  return ` ${label} `.includes(` ${name} `) ? (1 + name.length / label.length) / 2 : 0;
}

/** How alike a printed label and a name are, both as `labelKey` gives them: 1 the same, 0 where they are not one name. */
export function labelLikeness(label: string, name: string): number {
  if (label === name) return 1;
  const likeness = Math.max(misreadLikeness(label, name), containedLikeness(label, name));
  return likeness >= leastLikeness ? likeness : 0;
}
