import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../../renderer/app/route.ts';

const id = fc.uuid();
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'batches' },
    { screen: 'forms' },
    { screen: 'accounts' },
    { screen: 'audit' },
    { screen: 'oversight' },
    { screen: 'watched' },
  ),
  fc.record({ screen: fc.constant('batch' as const), batchId: id }),
  fc.record({ screen: fc.constantFrom('deliver' as const, 'practice' as const), batchId: id }),
  fc.record({ screen: fc.constant('pile' as const), batchId: id, pageId: id }, { requiredKeys: ['screen', 'batchId'] }),
  fc.record({ screen: fc.constantFrom('verify' as const, 'approve' as const), batchId: id, documentId: fc.option(id) }),
);

describe('the address of a screen', () => {
  test('leads back to the same screen', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  test('is the list of batches when it is none or unknown', () => {
    for (const address of ['', '#', '#/', '#/nowhere', '#/batches', '#/batches/']) {
      expect(parseRoute(address)).toEqual({ screen: 'batches' });
    }
  });
});
