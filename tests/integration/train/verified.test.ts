import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadCharacterClassifier } from '../../../ocr/read/engines/characters.ts';
import { weighCharacters } from '../../../ocr/read/weigh-characters.ts';
import { createVerification } from '../../../station/verify/verification.ts';
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
  const { fields } = await verification.get(clerk.account, documentId);
  for (const { pointer: other } of fields.filter(({ open }) => open)) {
    await verification.decide(clerk.account, { documentId, pointer: other }, { kind: 'empty' });
  }
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
