import { identityAffine } from '../../../ocr/model/geometry.ts';
import { registrationSchema } from '../../../ocr/model/reading.ts';
import type { WorkerRequest, WorkerResponse } from '../../../ocr/model/result.ts';
import { inspectSource } from '../../../ocr/prepare/inspect.ts';
import { serveTasks } from '../../../ocr/worker/serve.ts';
import { registrationVariable } from './recipe.ts';

/** A page worker that recognises each page at once and reads nothing on it: its fields are put in afterwards. */
const registration = registrationSchema.parse(JSON.parse(process.env[registrationVariable] ?? ''));
serveTasks(handle);

async function handle({ kind, path, name }: WorkerRequest): Promise<WorkerResponse> {
  const pages = await inspectSource(path, name);
  if (kind === 'inspect') return { kind: 'inspected', pages };
  const [captured] = pages;
  if (kind !== 'read' || captured === undefined) throw new Error(`the prepared work has no use for ${kind}`);
  return {
    kind: 'read',
    reading: {
      captured,
      preparation: { steps: [], toCaptured: identityAffine, rotationDeg: 0, skewDeg: 0, blank: false },
      registration,
      ...{ text: '', words: [], zones: [], pairs: [], notAligned: null, timingMs: {} },
    },
  };
}
