import type { Box } from '../../model/geometry.ts';
import type { Character } from '../../model/reading.ts';
import { alignTexts, bareLetter } from './align.ts';
import type { LineReading } from './engine.ts';
import { surroundingBox } from './page-lines.ts';

/** What one engine read, and which characters it can write at all. */
export interface Opinion {
  readonly reading: LineReading;
  readonly canWrite: (character: string) => boolean;
}

/** What the engines have at one place of the line, in their order; null where an engine has nothing. */
interface Column {
  readonly votes: readonly (Character | null)[];
  readonly box: Box;
}

/** What an engine votes for in one column: a character, or the empty text for nothing. */
interface Ballot {
  readonly text: string;
  readonly confidence: number;
}

interface Candidate {
  /** Empty for nothing. */
  readonly text: string;
  readonly weight: number;
  readonly confidences: readonly number[];
}

/** Nothing against something: an engine that passes over a character is less sure than of what it reads on either side. */
const silenceShare = 0.8;
/** How sure an engine is of nothing where it found nothing in the whole line. */
const sureOfNothing = 0.3;
/** Nobody is surer than this, so that two sure engines outweigh one. */
const mostSure = 0.995;

/**
 * Combines what several engines read of one line, character by character: the readings are aligned one after the other and
 * every engine votes in each column with its confidence (ROVER, Fiscus 1997). Where all agree they are surer together than
 * each alone; where they do not, the confidence is the winner's share of the votes. Blanks that an engine leaves out count
 * neither way where that engine cannot be trusted with them.
 */
export function combineReadings(opinions: readonly Opinion[]): LineReading {
  const [lead, ...others] = opinions;
  if (lead === undefined) throw new Error('there is nothing to combine');
  if (others.length === 0) return lead.reading;
  let columns = columnsOf(lead.reading);
  others.forEach(({ reading }, index) => {
    columns = addVotes(columns, reading, index + 1);
  });
  const silences = opinions.map((_, voter) => silencesOf(columns, voter));
  const kept = columns.flatMap((column, place) => {
    const ballots = ballotsOf(
      column,
      opinions,
      silences.map((own) => own[place] ?? 0),
    );
    const character = elect(ballots);
    return character === null ? [] : [{ character, box: column.box }];
  });
  const characters = kept.map(({ character }) => character);
  const boxes = kept.map(({ box }) => box);
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence)),
    characters,
    characterBoxes: boxes,
    box: surroundingBox(boxes),
    engine: opinions.map(({ reading }) => reading.engine).join('+'),
  };
}

function columnsOf({ characters, characterBoxes, box }: LineReading): Column[] {
  return characters.map((character, index) => ({ votes: [character], box: characterBoxes[index] ?? box }));
}

function addVotes(columns: readonly Column[], reading: LineReading, voter: number): Column[] {
  const silent = Array.from({ length: voter }, () => null);
  const pairings = alignTexts(
    columns.map(({ votes }) => votes.find((vote) => vote !== null)?.text ?? ''),
    reading.characters.map(({ text }) => text),
  );
  return pairings.map(({ left, right }): Column => {
    const vote = right === null ? null : (reading.characters[right] ?? null);
    const column = left === null ? undefined : columns[left];
    if (column !== undefined) return { ...column, votes: [...column.votes, vote] };
    return { votes: [...silent, vote], box: reading.characterBoxes[right ?? 0] ?? reading.box };
  });
}

/** How sure one engine is in each column that nothing stands there, if that is what it says. */
function silencesOf(columns: readonly Column[], voter: number): number[] {
  const confidences = columns.map(({ votes }) => votes[voter]?.confidence ?? null);
  if (confidences.every((confidence) => confidence === null)) return columns.map(() => sureOfNothing);
  return confidences.map((_, place) => {
    const before = confidences.slice(0, place).findLast((confidence) => confidence !== null) ?? 1;
    const after = confidences.slice(place + 1).find((confidence) => confidence !== null) ?? 1;
    return silenceShare * Math.min(before, after);
  });
}

function ballotsOf({ votes }: Column, opinions: readonly Opinion[], silences: readonly number[]): Ballot[] {
  return votes.flatMap((vote, voter) => {
    const opinion = opinions[voter];
    if (opinion === undefined || abstains(vote, votes, opinion)) return [];
    const confidence = vote?.confidence ?? silences[voter] ?? 0;
    return [{ text: meant(vote, votes, opinion), confidence: Math.min(mostSure, confidence) }];
  });
}

/** The character with the most votes, or null where nothing has more; the earlier engine's among equals. */
function elect(ballots: readonly Ballot[]): Character | null {
  const candidates = [...Map.groupBy(ballots, ({ text }) => text)].map(([text, own]): Candidate => {
    const confidences = own.map(({ confidence }) => confidence);
    return { text, confidences, weight: confidences.reduce((sum, confidence) => sum + confidence, 0) };
  });
  const [first] = candidates;
  if (first === undefined) return null;
  const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
  const winner = candidates.reduce((best, candidate) => (candidate.weight > best.weight ? candidate : best), first);
  if (winner.text === '') return null;
  const together = 1 - winner.confidences.reduce((doubt, confidence) => doubt * (1 - confidence), 1);
  const share = total > 0 ? winner.weight / total : 0;
  return { text: winner.text, confidence: Math.min(mostSure, share === 1 ? together : share) };
}

/** An engine that does not write blanks dependably says nothing by leaving one out. */
function abstains(vote: Character | null, votes: readonly (Character | null)[], { canWrite }: Opinion): boolean {
  return vote === null && !canWrite(' ') && votes.every((other) => other === null || other.text === ' ');
}

/** What a vote stands for: an engine that lacks a letter with an accent writes the bare one. */
function meant(vote: Character | null, votes: readonly (Character | null)[], { canWrite }: Opinion): string {
  if (vote === null) return '';
  const accented = votes.find(
    (other) => other !== null && !canWrite(other.text) && bareLetter(other.text) === vote.text,
  );
  return accented?.text ?? vote.text;
}
