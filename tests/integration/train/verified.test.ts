import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Account } from '../../../contract/account.ts';
import { weighCharacters } from '../../../ocr/read/combs/weigh-characters.ts';
import { loadCharacterClassifier } from '../../../ocr/read/engines/characters.ts';
import { createVerification, type Verification } from '../../../station/verify/verification.ts';
import { makePile } from '../../../tools/samples/pile.ts';
import { planPile } from '../../../tools/samples/plan.ts';
import { openWorkshop } from '../../../tools/samples/workshop.ts';
import { cutVerified } from '../../../tools/train/cut-verified.ts';
import { startDesk, startStaff } from '../rpc/desk.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

const pageWorker = fileURLToPath(new URL('../../../ocr/worker/main.ts', import.meta.url));
const resources = fileURLToPath(new URL('../../../resources', import.meta.url));
const pointer = '/richiedente/codiceFiscale';

/** One request for access in block letters, as good as it gets; and its codice fiscale. */
async function drawRequest(): Promise<{ folder: string; code: string }> {
  const folder = await temporaryFolder();
  const wishes = { seed: 'verified', count: 1, forms: ['accesso-atti'], upsideDown: 0, blank: 0, foreign: 0 } as const;
  const plans = planPile({ ...wishes, hand: 'handwritten', damage: 'none' });
  const truth = await makePile(await openWorkshop(resources), plans, folder, { seed: 'verified', format: 'png' });
  return { folder, code: truth.documents[0]?.fields[pointer]?.text ?? '' };
}

/** Says of every open field that nothing is written there, of those too that such an answer opens anew. */
async function leaveTheRestEmpty(verification: Verification, actor: Account, documentId: string): Promise<void> {
  let { fields } = await verification.get(actor, documentId);
  for (let left = fields.length; left > 0; left -= 1) {
    const open = fields.find((field) => field.open);
    if (open === undefined) return;
    ({ fields } = await verification.decide(actor, { documentId, pointer: open.pointer }, { kind: 'empty' }));
  }
}

it('cuts the characters of verified combs with what people said is written there', async () => {
  const { folder, code } = await drawRequest();
  expect(code).toHaveLength(16);
  const desk = await startDesk({ workers: 1, workerEntry: pageWorker });
  const { clerk } = await startStaff(desk);
  const batch = await clerk.client.batches.create({ name: 'Lotto', profileId: 'general', paths: [folder] });
  await desk.station.idle(batch.id);
  const [document] = await clerk.client.batches.documents({ batchId: batch.id });
  const documentId = document?.id ?? '';
  expect(await cutVerified(desk.folder)).toEqual([]);

  const verification = createVerification(desk.station);
  await verification.decide(clerk.account, { documentId, pointer }, { kind: 'key', value: code });
  await leaveTheRestEmpty(verification, clerk.account, documentId);
  expect((await verification.finish(clerk.account, documentId)).state).toBe('verified');

  const glyphs = await cutVerified(desk.folder);
  expect(glyphs.map(({ label }) => label).join('')).toBe(code);
  const classifier = await loadCharacterClassifier();
  const answers = await classifier.classify(glyphs.map(({ square }) => square));
  await classifier.release();
  const anything = new Map(classifier.alphabet.map((character) => [character, 0]));
  const read = answers.map((scores) => weighCharacters(scores, classifier.alphabet, anything)?.text);
  const right = glyphs.filter(({ label }, index) => read[index] === label);
  expect(right.length).toBeGreaterThan(12);
});
