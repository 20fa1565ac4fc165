import { readBatch, startDesk, startStaff, windowOf } from './desk.ts';

/** What the two documents that wait in an office are. */
const form = 'accesso-atti@1.0.0';

/** Two forms that wait, and an office with a second clerk. */
export async function startOffice() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const colleague = await windowOf(desk, staff.administrator.client, 'Dino Collega', 'clerk');
  const batchId = await readBatch(desk, staff.clerk.client, {
    'a.png': { pages: [{ form, page: 0 }], salt: 'a' },
    'b.png': { pages: [{ form, page: 0 }], salt: 'b' },
  });
  const [first, second] = await staff.clerk.client.batches.documents({ batchId });
  return { desk, ...staff, colleague, batchId, documentId: first?.id ?? '', otherId: second?.id ?? '' };
}
