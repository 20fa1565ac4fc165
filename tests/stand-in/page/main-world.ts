/**
 * Runs in the page's own world, first in every document. Objects that the isolated world exposes appear here as frozen
 * stand-ins whose functions call back over DOM events; nothing else is left in the page's reach.
 */
export function installMainWorld(): void {
  interface Description {
    kind: 'function' | 'object' | 'value';
    id?: string;
    members?: Record<string, Description>;
    value?: unknown;
  }
  interface Outcome {
    error?: string;
    promise?: string;
    result?: Description;
  }
  const callbacks = new Map<string, (...values: unknown[]) => unknown>();
  let lastId = 0;

  const detailOf = (event: Event) => (event instanceof CustomEvent ? event.detail : undefined);
  const settle = (outcome: Outcome | undefined): unknown => {
    if (outcome?.error !== undefined) throw new Error(outcome.error);
    if (outcome?.promise === undefined) return outcome?.result === undefined ? undefined : build(outcome.result);
    return new Promise((resolve, reject) => {
      const done = (event: Event) => {
        try {
          resolve(settle(detailOf(event)));
        } catch (error) {
          reject(error);
        }
      };
      document.addEventListener(`stand-in:settled:${outcome.promise}`, done, { once: true });
    });
  };
  const call = (id: string | undefined, values: unknown[]): unknown => {
    const sent = values.map((value) => {
      if (typeof value !== 'function') return { value };
      lastId += 1;
      const callback = `page-${lastId}`;
      callbacks.set(callback, (...given) => value(...given));
      return { callback };
    });
    let outcome: Outcome | undefined;
    const take = (event: Event) => {
      outcome = detailOf(event);
    };
    document.addEventListener('stand-in:returned', take);
    document.dispatchEvent(new CustomEvent('stand-in:call', { detail: { id, values: sent } }));
    document.removeEventListener('stand-in:returned', take);
    return settle(outcome);
  };
  const build = (description: Description): unknown => {
    if (description.kind === 'function') return (...values: unknown[]) => call(description.id, values);
    if (description.kind === 'value') return description.value;
    const members = Object.entries(description.members ?? {});
    return Object.freeze(Object.fromEntries(members.map(([name, member]) => [name, build(member)])));
  };

  document.addEventListener('stand-in:callback', (event) => {
    const { callback, values } = detailOf(event);
    callbacks.get(callback)?.(...values);
  });
  document.addEventListener('stand-in:expose', (event) => {
    const { name, description } = detailOf(event);
    Object.defineProperty(window, name, { value: build(description), enumerable: true });
  });
}
