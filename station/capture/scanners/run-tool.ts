import { spawn } from 'node:child_process';
import { ScannerError } from './scanner.ts';

export interface Tool {
  readonly command: string;
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
}

export interface ToolAnswer {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

const longestOutput = 2 ** 20;

/** Starts a program of the system without a shell: its arguments are never read as anything else. */
export function startTool({ command, environment }: Tool, toolArguments: readonly string[]) {
  // Messages of programs are read here, so that they must not be in the person's language.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ...environment };
  return spawn(command, toolArguments, { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
}

/**
 * Runs a program to its end. Throws a ScannerError: `driver-missing` when it is not installed, `busy` when it does not end
 * in time; an abort throws as such.
 */
export async function runTool(
  tool: Tool,
  toolArguments: readonly string[],
  { signal, timeoutMs, input }: { readonly signal: AbortSignal; readonly timeoutMs: number; readonly input?: string },
): Promise<ToolAnswer> {
  signal.throwIfAborted();
  const child = startTool(tool, toolArguments);
  let [output, complaint, isLate] = ['', '', false];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(0, longestOutput)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
  const kill = () => void child.kill('SIGKILL');
  const timer = setTimeout(() => {
    isLate = true;
    kill();
  }, timeoutMs);
  signal.addEventListener('abort', kill, { once: true });
  child.stdin.on('error', () => undefined).end(input);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => reject(missing(tool, cause)));
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (isLate) throw new ScannerError('busy', `${tool.command} gave no answer within ${timeoutMs} ms`);
    return { code, output, complaint };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
  }
}

export function missing({ command }: Tool, cause: unknown): ScannerError {
  return new ScannerError('driver-missing', `${command} cannot be started`, { cause });
}
