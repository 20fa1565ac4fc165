import { columnMeans, marginFeatures, mean } from './columns.ts';
import type { LinedPage } from './lined-page.ts';
import { besideRules, ruleBehind } from './rule-features.ts';
import type { Segment } from './segments.ts';
import { flag, noSpelling, spellingOf } from './spelling.ts';
import { type Role, type Roles, roleOf, unknownRole } from './word-roles.ts';

export type PieceRoles = ReadonlyMap<Segment, Role>;

const mostGapHeights = 8;
const mostDownHeights = 5;
const nearLines = 4;
const alignedShare = 0.5;

/** A piece of a line with the pieces around it. */
interface Standing {
  readonly piece: Segment;
  readonly line: readonly Segment[];
  readonly place: number;
  readonly left: Segment | undefined;
  readonly right: Segment | undefined;
  readonly above: readonly Segment[];
  readonly below: readonly Segment[];
}

export function describePieces(
  lines: readonly (readonly Segment[])[],
  page: LinedPage,
  words: Roles,
): Map<Segment, number[]> {
  const standings = standingsOf(lines);
  const looks = new Map(standings.map(({ piece }) => [piece, lookOf(piece, page, words)]));
  const edges = standings.map(({ piece }) => piece.box[0]);
  const columns = columnMeans(
    standings.map((standing) => ({ box: standing.piece.box, features: columnLook(standing, looks) })),
    page.wordHeight,
  );
  const margins = marginFeatures(
    standings.map(({ piece }) => piece.box),
    page.wordHeight,
  );
  const rowOf = (standing: Standing, at: number) => [
    ...featuresOf(standing, page, looks, edges),
    ...ruleBehind(standing.piece.box, page),
    ...(margins[at] ?? []),
    ...(columns[at] ?? []),
    ...besideRules(standing.piece.box, page),
  ];
  return new Map(standings.map((standing, at) => [standing.piece, rowOf(standing, at)]));
}

interface Look {
  readonly spelling: readonly number[];
  readonly role: Role;
  readonly digits: number;
  readonly own: readonly number[];
}

const noLook: Look = { spelling: Object.values(noSpelling), role: unknownRole, digits: 0, own: [] };

function lookOf(piece: Segment, { wordHeight, widthPx, heightPx }: LinedPage, words: Roles): Look {
  const { text, box } = piece;
  const letters = text.replaceAll(' ', '').length;
  const spelling = spellingOf(text);
  return {
    spelling: Object.values(spelling),
    role: roleOf(piece, words),
    digits: spelling.digits,
    own: [
      Math.min(12, piece.words.length),
      Math.min(40, letters),
      (box[2] - box[0]) / widthPx,
      box[0] / widthPx,
      box[1] / heightPx,
      lineHeight(piece) / Math.max(1, wordHeight),
      (box[2] - box[0]) / Math.max(1, text.length) / Math.max(1, wordHeight),
      mean(piece.words.map(({ confidence }) => confidence)),
      flag(spellingOf(piece.words[0]?.text ?? '').names === 1),
      mean(piece.words.map((word) => spellingOf(word.text).names)),
      mean(piece.words.map((word) => spellingOf(word.text).small)),
      flag(/^[([]/.test(text)),
      flag(/[)\]]$/.test(text)),
      flag(/\?$/.test(text)),
      flag(/^\d+[.)]/.test(text)),
      flag(/[$%€]/.test(text)),
      flag(/\d+[-/.]\d+[-/.]\d+/.test(text)),
    ],
  };
}

/** What pieces of one column are likely to have in common. */
function columnLook({ piece, left, right }: Standing, looks: ReadonlyMap<Segment, Look>): number[] {
  const look = (other: Segment | undefined) => (other === undefined ? noLook : (looks.get(other) ?? noLook));
  const { role, digits, spelling } = look(piece);
  return [role.label, role.value, digits, spelling[0] ?? 0, look(right).role.value, look(left).role.label];
}

function featuresOf(
  { piece, line, place, left, right, above, below }: Standing,
  { wordHeight }: LinedPage,
  looks: ReadonlyMap<Segment, Look>,
  edges: readonly number[],
): number[] {
  const look = (other: Segment | undefined) => (other === undefined ? noLook : (looks.get(other) ?? noLook));
  const mine = look(piece);
  const [up, down] = [above[0], below[0]];
  const gap = (from: Segment | undefined, to: Segment | undefined) =>
    from === undefined || to === undefined
      ? mostGapHeights
      : Math.min(mostGapHeights, (to.box[0] - from.box[2]) / wordHeight);
  const drop = (from: Segment | undefined, to: Segment | undefined) =>
    from === undefined || to === undefined
      ? mostDownHeights
      : Math.min(mostDownHeights, (to.box[1] - from.box[3]) / wordHeight);
  const shift = (other: Segment | undefined) =>
    other === undefined ? 6 : Math.min(6, Math.abs(other.box[0] - piece.box[0]) / wordHeight);
  const neighbour = (other: Segment | undefined) => {
    const seen = look(other);
    return [...seen.spelling, seen.role.label, seen.role.value, Math.min(8, other?.words.length ?? 0)];
  };
  return [
    ...mine.spelling,
    ...mine.own,
    mine.role.label,
    mine.role.value,
    ...[left, right, up, down].flatMap(neighbour),
    place,
    line.length,
    gap(left, piece),
    gap(piece, right),
    drop(up, piece),
    drop(piece, down),
    shift(up),
    shift(down),
    Math.min(6, edges.filter((edge) => Math.abs(edge - piece.box[0]) < alignedShare * wordHeight).length),
    mean([...above, ...below].map((other) => look(other).digits)),
    mean(above.map((other) => look(other).digits)),
    mean(below.map((other) => look(other).digits)),
    mean(line.map((other) => look(other).digits)),
    mean(line.map((other) => look(other).spelling[0] ?? 0)),
    Math.max(0, ...line.slice(0, place).map((other) => look(other).role.label)),
    Math.max(0, ...line.slice(place + 1).map((other) => look(other).role.value)),
    Math.max(0, ...above.map((other) => look(other).role.label)),
    Math.max(0, ...below.map((other) => look(other).role.value)),
  ];
}

function standingsOf(lines: readonly (readonly Segment[])[]): Standing[] {
  return lines.flatMap((line, row) =>
    line.map(
      (piece, place): Standing => ({
        ...{ piece, line, place, left: line[place - 1], right: line[place + 1] },
        above: columnOf(piece, lines.slice(Math.max(0, row - nearLines), row).toReversed()),
        below: columnOf(piece, lines.slice(row + 1, row + 1 + nearLines)),
      }),
    ),
  );
}

function columnOf({ box }: Segment, lines: readonly (readonly Segment[])[]): Segment[] {
  return lines.flatMap((line) => {
    const found = line.find((other) => other.box[0] < box[2] && other.box[2] > box[0]);
    return found === undefined ? [] : [found];
  });
}

/** Words of one text are set in one size. */
function lineHeight({ words }: Segment): number {
  return mean(words.map(({ box }) => box[3] - box[1]));
}

/** Every word has the role of its piece. */
export function rolesOfWords(pieces: PieceRoles): Roles {
  return new Map([...pieces].flatMap(([piece, role]) => piece.words.map((word) => [word, role] as const)));
}
