import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer } from 'node:net';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process alone: two intakes on one folder would give the same protocol number twice. The lock is
 * a local socket named after the folder, which the operating system frees with the process, however that ends. It guards
 * on Linux and Windows; elsewhere sockets outlive their process, and there is no lock.
 *
 * Throws an Error that names the folder when another intake has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = socketNamed(
    createHash('sha256')
      .update(await realpath(folder))
      .digest('hex'),
  );
  if (path === null) return { release: async () => undefined };
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`another intake is using the folder ${folder}`) : error),
    );
    server.listen({ path, exclusive: true }, resolve);
  });
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Linux: an abstract socket, without a file. Windows: a named pipe. */
function socketNamed(name: string): string | null {
  if (process.platform === 'linux') return `\0tabularium-intake-${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\tabularium-intake-${name}` : null;
}
