import { fileURLToPath } from 'node:url';

export const scriptedWorker = fileURLToPath(new URL('./scripted-worker.ts', import.meta.url));
