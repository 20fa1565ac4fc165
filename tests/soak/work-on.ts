import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAudit } from '../../station/audit/verify.ts';
import { openOffice } from '../../tools/demo/office.ts';
import { makePile } from '../../tools/samples/pile.ts';
import { planPile } from '../../tools/samples/plan.ts';
import { openWorkshop } from '../../tools/samples/workshop.ts';
import { readTree } from '../bench/process-tree.ts';
import { type Round, workRound } from './round.ts';

export interface SoakOptions {
  /** No further round is begun after this. At least two are worked. */
  readonly longestMs: number;
  /** Forms in a pile. */
  readonly papers: number;
  readonly seed: string;
  /** The product's folder of resources. */
  readonly resources: string;
  readonly scratch: string;
  readonly onRound?: (round: Round, state: ProcessLook) => void;
}

/** What the workstation holds after a round. */
export interface ProcessLook {
  /** Pages worked until then. */
  readonly pages: number;
  /** Of the workstation's process, in which the two people and the intake live too. */
  readonly stationMb: number;
  /** All page workers together. */
  readonly workersMb: number;
  /** Open files, sockets and pipes of the workstation's process. */
  readonly handles: number;
}

export interface Soaked {
  readonly rounds: readonly Round[];
  readonly looks: readonly ProcessLook[];
  readonly auditFaults: number;
}

const leastRounds = 2;
const formIds = ['dichiarazione-residenza', 'accesso-atti'];

/** Works piles from file to receipt in one workstation, one after the other, until the time is up. */
export async function workOn(options: SoakOptions): Promise<Soaked> {
  const { scratch, resources, longestMs, onRound } = options;
  const papers = await drawPapers(options);
  const office = await openOffice(join(scratch, 'office'), resources);
  const untilMs = performance.now() + longestMs;
  const rounds: Round[] = [];
  const looks: ProcessLook[] = [];
  try {
    while (rounds.length < leastRounds || performance.now() < untilMs) {
      const round = await workRound(office, papers, scratch, rounds.length + 1);
      rounds.push(round);
      const look = lookAtProcess((looks.at(-1)?.pages ?? 0) + round.pages);
      looks.push(look);
      onRound?.(round, look);
    }
    return { rounds, looks, auditFaults: verifyAudit(office.station.store).faults.length };
  } finally {
    await office.close();
  }
}

async function drawPapers({ scratch, resources, papers: count, seed }: SoakOptions) {
  const folder = join(scratch, 'papers');
  const strays = { upsideDown: Math.min(1, count), blank: 1, foreign: 1 };
  const plan = planPile({ seed, count, forms: formIds, hand: 'mixed', damage: 'mixed', ...strays });
  return { folder, truth: await makePile(await openWorkshop(resources), plan, folder, { seed, format: 'jpg' }) };
}

function lookAtProcess(pages: number): ProcessLook {
  const tree = [...readTree(process.pid)];
  const stationMb = tree.find(([pid]) => pid === process.pid)?.[1].residentMb ?? Number.NaN;
  const allMb = tree.reduce((sum, [, { residentMb }]) => sum + residentMb, 0);
  return { pages, stationMb, workersMb: allMb - stationMb, handles: readdirSync('/proc/self/fd').length };
}
