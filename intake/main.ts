import { parseArgs } from 'node:util';
import { createIntake } from './server.ts';

/** Runs the reference intake: `npm run intake -- --port 8700 --token <token> --dir <folder>`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8700' },
      host: { type: 'string', default: '127.0.0.1' },
      token: { type: 'string' },
      dir: { type: 'string' },
    },
  });
  const token = values.token ?? process.env.TABULARIUM_INTAKE_TOKEN;
  if (!token || !values.dir) {
    process.stderr.write('usage: intake --dir <folder> --token <token> [--port 8700] [--host 127.0.0.1]\n');
    process.exitCode = 1;
    return;
  }
  const log = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const server = await createIntake({ folder: values.dir, token, log });
  const address = await server.listen({ port: Number(values.port), host: values.host });
  process.stdout.write(`intake listening on ${address}\n`);
  const stop = () => {
    server.close().catch(log);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

await main();
