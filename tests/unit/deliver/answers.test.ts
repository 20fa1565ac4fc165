import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOfAnswer } from '../../../station/deliver/intake-client.ts';

describe('a refusal of the intake', () => {
  it.each([
    [401, '', 'token-refused'],
    [403, '', 'token-refused'],
    [422, '{"type":"urn:tabularium:intake:key-reused","title":"a"}', 'key-reused'],
    [422, '{"type":"urn:tabularium:intake:page-refused","title":"a"}', 'page-damaged-on-the-way'],
    [409, '{"type":"urn:tabularium:intake:pages-missing","title":"a"}', 'destination-trouble'],
    [400, '{"type":"urn:tabularium:intake:invalid","title":"a","detail":"/pages"}', 'submission-refused'],
    [413, '{"title":"too large"}', 'submission-refused'],
    [423, '', 'destination-trouble'],
    [429, '', 'destination-trouble'],
    [503, '<html>', 'destination-trouble'],
    [404, '<html>', 'answer-not-understood'],
  ])('%i %s is %s', (status, text, code) => {
    expect(failureOfAnswer(status, text).code).toBe(code);
  });

  it('is understood whatever its body is, and trouble of the server is always tried again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, text) => {
        const { problem } = failureOfAnswer(status, text);
        expect(problem.message.it).not.toBe('');
        if (status === 401 || status === 403) expect(problem.retryable).toBe(false);
        if (status >= 500) expect(problem.retryable).toBe(true);
      }),
    );
  });
});
