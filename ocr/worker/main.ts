import { assertNever } from '../model/assert-never.ts';
import type { WorkerRequest, WorkerResponse } from '../model/result.ts';
import { configureImageLibrary } from '../prepare/formats/sharp-reader.ts';
import { inspectSource } from '../prepare/inspect.ts';
import { assessPage } from '../prepare/quality/assess.ts';
import { renderPage } from '../prepare/render.ts';
import { readPage } from './read-page.ts';
import { serveTasks } from './serve.ts';
import { createReadingTools, type ReadingTools } from './tools.ts';

/** Entry of a worker process; started by the page pool, never imported. */
configureImageLibrary();
const tools = createReadingTools();
serveTasks((request) => handle(request, tools));

async function handle(request: WorkerRequest, readingTools: ReadingTools): Promise<WorkerResponse> {
  switch (request.kind) {
    case 'inspect':
      return { kind: 'inspected', pages: await inspectSource(request.path, request.name) };
    case 'read':
      return { kind: 'read', reading: await readPage(request, readingTools) };
    case 'assess':
      return { kind: 'assessed', quality: await assessPage(request) };
    case 'render': {
      const { rotationDeg, maxSidePx, target } = request;
      return {
        kind: 'rendered',
        ...(await renderPage(request.path, request.name, request.index, { rotationDeg, maxSidePx, target })),
      };
    }
    default:
      return assertNever(request);
  }
}
