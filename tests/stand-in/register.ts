import { registerHooks } from 'node:module';

/** Loaded with `node --import`: from here on `import 'electron'` gets the stand-in instead of Electron. */
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'electron' || specifier === 'electron/main') return { url: standIn, shortCircuit: true };
    return nextResolve(specifier, context);
  },
});
