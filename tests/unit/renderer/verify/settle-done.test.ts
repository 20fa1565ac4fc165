import { createRouterClient } from '@orpc/server';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { stationQueries } from '../../../../renderer/app/queries.ts';
import { settleDone } from '../../../../renderer/screens/verify/settle-done.ts';
import { createState, fixtureId } from '../../../fixtures/renderer/state.ts';
import { createFixtureRouter } from '../../../fixtures/renderer/station.ts';

const batchId = fixtureId(2, 1);

function openStation() {
  const state = createState();
  state.current = state.accounts.find(({ name }) => name === 'Bruno Sala') ?? null;
  const client = createRouterClient(createFixtureRouter(state));
  return { client, queries: stationQueries(client), queryClient: new QueryClient() };
}

test('the batch’s list as it was before is not shown first once more', async () => {
  const { client, queries, queryClient } = openStation();
  const list = queries.documents(batchId);
  const [first] = await queryClient.fetchQuery(list);
  await queryClient.fetchQuery(queries.batch(batchId));
  settleDone(queryClient, queries, 'verify', await client.verification.get({ documentId: first?.id ?? '' }));
  expect(queryClient.getQueryData(list.queryKey)).toBeUndefined();
  expect(queryClient.getQueryState(queries.batch(batchId).queryKey)?.isInvalidated).toBe(true);
});

test('a document that is done does not come back with a queue that was asked for before', async () => {
  const { client, queries, queryClient } = openStation();
  const queue = queries.queue(batchId, 'verify');
  const before = await queryClient.fetchQuery(queue);
  const [first, ...others] = before;
  if (first === undefined) throw new Error('nothing waits');
  const done = { ...(await client.verification.get({ documentId: first.id })), state: 'verified' as const };
  settleDone(queryClient, queries, 'verify', done);
  expect(queryClient.getQueryData(queue.queryKey)?.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  expect(queryClient.getQueryData(queries.document(first.id).queryKey)?.state).toBe('verified');
  expect(queryClient.getQueryState(queue.queryKey)?.isInvalidated).toBe(true);
});
