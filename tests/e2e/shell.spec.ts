import { expect, test } from './fixtures/app.ts';
import { launchApp } from './fixtures/launch-app.ts';

const unknownPage = '6f1d4a52-5d0f-4c0e-8d5a-0f3f0c8a9b11';

/** What leaves the application as it was is tried on one that runs already, step by step. */
test('the window', async ({ app, folder }) => {
  await test.step('opens on the built renderer with window.tabularium as the only thing the shell adds', async () => {
    expect(app.window.url()).toMatch(/\/index\.html$/);
    const reach = await app.window.evaluate(() => ({
      shell: Object.keys(window.tabularium).sort(),
      station: Object.keys(window.tabularium.station).sort(),
      frozen: Object.isFrozen(window.tabularium) && Object.isFrozen(window.tabularium.station),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((n) => n in window),
    }));
    expect(reach).toEqual({
      shell: ['chooseSources', 'saveFile', 'station'],
      station: ['onMessage', 'onState', 'send'],
      frozen: true,
      node: [],
    });
  });

  await test.step('hands the page the paths chosen in the dialog, and none when it is cancelled', async () => {
    const choose = () => app.window.evaluate(() => window.tabularium.chooseSources('folder'));
    await app.answerDialog(['/piles/one', '/piles/two']);
    expect(await choose()).toEqual(['/piles/one', '/piles/two']);
    await app.answerDialog([]);
    expect(await choose()).toEqual([]);
  });

  await test.step('refuses a request that the contract of the shell does not name', async () => {
    const refused = app.window.evaluate(() => Reflect.apply(window.tabularium.chooseSources, null, ['everything']));
    await expect(refused).rejects.toThrow(/refused/);
  });

  await test.step('is the only one: a second start ends at once and leaves the first as it is', async () => {
    await expect(launchApp({ folder })).rejects.toThrow();
    expect(await app.window.evaluate(() => document.readyState)).toBe('complete');
  });
});

test.describe('the document', () => {
  test.use({ expectedError: /Content Security Policy|status of 40\d|ERR_BLOCKED_BY_CLIENT/ });

  test('runs, reaches and shows nothing but its own', async ({ app }) => {
    await test.step('runs no inline script and evaluates no text', async () => {
      const ran = await app.window.evaluate(async () => {
        const inline = document.createElement('script');
        inline.textContent = 'document.title = "inline script ran"';
        document.head.append(inline);
        const remote = document.createElement('script');
        remote.src = 'https://example.org/script.js';
        const failed = new Promise((resolve) => {
          remote.onerror = () => resolve('blocked');
          remote.onload = () => resolve('loaded');
        });
        document.head.append(remote);
        return { title: document.title, remote: await failed };
      });
      expect(ran).toEqual({ title: expect.not.stringContaining('ran'), remote: 'blocked' });
      // Evaluated by a script of the page, not by the test: DevTools itself is above the policy.
      const evaluated = await app.window.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI), { once: true });
            setTimeout('document.title = "evaluated"');
          }),
      );
      expect(evaluated).toBe('eval');
    });

    await test.step('reaches no network', async () => {
      const reached = await app.window.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'reached',
          () => 'refused',
        ),
      );
      expect(reached).toBe('refused');
    });

    await test.step('gets pictures by page id only: a bad id, a path or an unknown page is refused', async () => {
      const load = (address: string) =>
        app.window.evaluate(
          (source) =>
            new Promise((resolve) => {
              const picture = new Image();
              picture.onload = () => resolve('loaded');
              picture.onerror = () => resolve('refused');
              picture.src = source;
            }),
          address,
        );
      for (const address of [
        'app://page/not-an-id?view=screen',
        'app://page/..%2f..%2f..%2fetc%2fpasswd?view=full',
        `app://page/${unknownPage}?view=everything`,
        `app://page/${unknownPage}?view=screen`,
        'app://elsewhere/picture.png',
        'app://bundle/..%2f..%2fpackage.json',
      ]) {
        expect(await load(address), address).toBe('refused');
      }
    });
  });
});

test.describe('the guards', () => {
  test.use({
    expectedError: /Content Security Policy|ERR_ABORTED|ERR_BLOCKED_BY_CLIENT|Not allowed to load local resource/,
  });

  test('hold the window where it is', async ({ app }) => {
    await test.step('they keep the window in its document when the page navigates away', async () => {
      const before = app.window.url();
      // In Electron the navigation is refused before any request; in the stand-in, its request is.
      const refused = app.kind === 'stand-in' ? app.window.waitForEvent('requestfailed') : null;
      await app.window.evaluate(() => {
        window.location.href = 'https://example.org/';
      });
      await refused;
      const complained = app.window.waitForEvent('console', (message) => message.text().includes('file:'));
      await app.window.evaluate(() => {
        const link = document.createElement('a');
        link.href = 'file:///etc/passwd';
        document.body.append(link);
        link.click();
      });
      await complained;
      expect(app.window.url()).toBe(before);
      expect(await app.window.evaluate(() => typeof window.tabularium)).toBe('object');
    });

    await test.step('they open no further window', async () => {
      await app.window.evaluate(() => {
        Object.assign(window, { opened: window.open('https://example.org/') });
      });
      await app.window.waitForFunction(() => {
        const opened: Window | null = Reflect.get(window, 'opened');
        return opened === null || opened.closed;
      });
      expect(await app.windowCount()).toBe(1);
    });

    await test.step('they grant no permission', async () => {
      const states = await app.window.evaluate(async () => {
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const;
        const asked = names.map((name) => navigator.permissions.query({ name }));
        return (await Promise.all(asked)).map(({ state }) => state);
      });
      expect(new Set(states)).toEqual(new Set(['denied']));
    });
  });
});

test.describe('the station', () => {
  test('is told and asked anew when its process dies: the window stays and hears of it', async ({ app }) => {
    const heard = app.window.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const kinds: string[] = [];
          const stop = window.tabularium.station.onState(({ kind }) => {
            kinds.push(kind);
            if (kinds.includes('restarting') && kind === 'ready') {
              stop();
              resolve(kinds);
            }
          });
        }),
    );
    process.kill(await app.stationPid(), 'SIGKILL');
    expect(await heard).toEqual(expect.arrayContaining(['restarting', 'ready']));
    // A screen is there again only when the new station has answered it.
    await expect(app.window.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
