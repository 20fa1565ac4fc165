import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../electron/guards/sender.ts';

const ours = { name: 'our window' };
const isOurs = (sender: unknown) => sender === ours;
const mainFrame = { origin: 'app://bundle', parent: null };

describe('who may speak to main', () => {
  it('is the main frame of our window on our own document', () => {
    expect(isTrustedSender({ sender: ours, senderFrame: mainFrame }, isOurs)).toBe(true);
  });

  it.each([
    ['a foreign origin', { sender: ours, senderFrame: { origin: 'https://example.org', parent: null } }],
    ['another host of our scheme', { sender: ours, senderFrame: { origin: 'app://page', parent: null } }],
    [
      'an origin that only begins like ours',
      { sender: ours, senderFrame: { origin: 'app://bundle.example', parent: null } },
    ],
    ['an opaque origin', { sender: ours, senderFrame: { origin: 'null', parent: null } }],
    ['a frame inside the page', { sender: ours, senderFrame: { origin: 'app://bundle', parent: mainFrame } }],
    ['a frame that is gone', { sender: ours, senderFrame: null }],
    ['a window that is not ours', { sender: {}, senderFrame: mainFrame }],
  ])('is not %s', (_who, event) => {
    expect(isTrustedSender(event, isOurs)).toBe(false);
  });
});
