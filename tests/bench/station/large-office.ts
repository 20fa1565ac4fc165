import { randomUUID } from 'node:crypto';
import { appendEvent, machine } from '../../../station/audit/chain.ts';
import { enterBatch } from '../../../station/capture/enter-batch.ts';
import { insertAccount } from '../../../station/store/accounts.ts';
import { insertEffort } from '../../../station/store/arrangements.ts';
import { changeDocument } from '../../../station/store/change-state.ts';
import { insertCheck, settleCheck } from '../../../station/store/checks.ts';
import type { Transaction } from '../../../station/store/connection.ts';
import { openStore } from '../../../station/store/store.ts';
import { insertWord } from '../../../station/store/verdicts.ts';
import { createRandom, type Random } from '../../../tools/samples/random.ts';

const documentsInBatch = 100;
const fieldsInDocument = 30;
/** Of the fields of a document, those that the machine doubts; of the others one is drawn as a sample. */
const doubtsInDocument = 4;
const forms = ['residenza@1.0.0', 'accesso-atti@1.0.0', 'tari@1.0.0'] as const;
/** Shares of doubts that were needless, and of samples that were right. */
const needless = 0.7;
const right = 0.998;
const spanMs = 60 * 86_400_000;

interface Office {
  readonly accountId: string;
  readonly random: Random;
}

/** Writes the folder of a workstation at which so many documents were verified over the last sixty days. */
export async function seedOffice(folder: string, documents: number): Promise<void> {
  const end = Date.now();
  let now = new Date(end - spanMs);
  const store = await openStore(folder, { clock: () => now });
  const office: Office = { accountId: randomUUID(), random: createRandom('office') };
  try {
    store.transact((transaction) => enterClerk(transaction, office));
    for (let first = 0; first < documents; first += documentsInBatch) {
      now = new Date(end - spanMs * (1 - first / documents));
      store.transact((transaction) => enterFinishedBatch(transaction, office, first / documentsInBatch));
    }
  } finally {
    store.close();
  }
}

function enterClerk(transaction: Transaction, { accountId }: Office): void {
  insertAccount(transaction, {
    ...{ id: accountId, name: 'Banco di prova', role: 'clerk', createdAt: transaction.now.toISOString() },
    ...{ secretHash: '', secretSalt: '', secretScheme: 'argon2id', seesSpecialCategories: 1, active: 1 },
  });
}

function enterFinishedBatch(transaction: Transaction, office: Office, number: number): void {
  const batchId = randomUUID();
  const name = `Lotto ${number + 1}`;
  enterBatch(transaction, { id: batchId, name, profileId: 'general', actor: machine, chosen: documentsInBatch });
  for (let ordinal = 0; ordinal < documentsInBatch; ordinal += 1) enterFinished(transaction, office, batchId, ordinal);
}

function enterFinished(transaction: Transaction, office: Office, batchId: string, ordinal: number): void {
  const { query } = transaction;
  const { random, accountId: actor } = office;
  const id = randomUUID();
  const formKey = random.pick(forms);
  transaction.run(
    query.insertInto('documents').values({
      ...{ id, batchId, ordinal, formKey, state: 'read', note: null, openFields: 0 },
      ...{ verifiedBy: null, approvedBy: null, reference: null },
    }),
  );
  const subject = { actor: machine, subjectKind: 'document', subjectId: id } as const;
  appendEvent(transaction, { ...subject, action: 'document.read' });
  const fields = Array.from({ length: fieldsInDocument }, (_, field) => drawField(id, field, random));
  transaction.run(query.insertInto('fields').values(fields));
  for (const field of fields.slice(0, doubtsInDocument)) {
    const value = random.chance(needless) ? `valore ${field.pointer}` : 'altro valore';
    const given = { value, despite: null };
    insertWord(transaction, { documentId: id, pointer: field.pointer, accountId: actor, kind: 'key', given });
    appendEvent(transaction, { ...subject, actor, action: 'field.decided' });
  }
  enterSample(transaction, office, id);
  changeDocument(transaction, { id, to: 'verifying', actor });
  changeDocument(transaction, { id, to: 'verified', actor, set: { verifiedBy: actor } });
  insertEffort(transaction, { documentId: id, keystrokes: 30, activeMs: 40_000, fieldsAsked: doubtsInDocument + 1 });
}

function drawField(documentId: string, ordinal: number, random: Random) {
  const pointer = `/richiedente/campo-${ordinal}`;
  const isDoubt = ordinal < doubtsInDocument;
  return {
    ...{ documentId, pointer, ordinal, page: 0, boxPx: '[100,100,400,140]', candidates: '[]' },
    ...{ value: JSON.stringify(`valore ${pointer}`), raw: `valore ${pointer}` },
    confidence: isDoubt ? random.between(0.3, 0.99) : random.between(0.99, 1),
    status: isDoubt ? ('doubtful' as const) : ('accepted' as const),
    reason: isDoubt ? ('low-confidence' as const) : null,
  };
}

function enterSample(transaction: Transaction, { accountId, random }: Office, documentId: string): void {
  const pointer = `/richiedente/campo-${random.whole(doubtsInDocument, fieldsInDocument - 1)}`;
  const isRight = random.chance(right);
  const given = { value: isRight ? `valore ${pointer}` : 'altro valore', despite: null };
  insertCheck(transaction, { documentId, pointer, cause: 'sample', kind: 'text' });
  insertWord(transaction, { documentId, pointer, accountId, kind: isRight ? 'confirm' : 'key', given });
  settleCheck(transaction, { documentId, pointer }, isRight ? 'right' : 'wrong');
}
