import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Logs as JSON lines on standard error, so that standard output stays free for results. Ids only, never record content. */
export function createLogger(level: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info'): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** What of an error may be logged: messages of the file system name people's files, so their codes stand for them. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  if ('syscall' in error && 'code' in error) return { name: error.name, code: error.code, syscall: error.syscall };
  return { name: error.name, message: error.message, stack: error.stack };
}
