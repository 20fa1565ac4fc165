import { spawn, spawnSync } from 'node:child_process';
import type { Word } from '../../../ocr/model/reading.ts';

/** The yardstick: Debian's own tesseract, one thread a process, on the same files. */

export function nativeVersion(): string | null {
  const result = spawnSync('tesseract', ['--version'], { encoding: 'utf8' });
  return result.status === 0 ? (result.stdout.split('\n')[0] ?? '') : null;
}

function runTesseract(file: string, language: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', [file, '-', '-l', language, '--psm', '3', 'tsv'], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

function parseWords(tsv: string): Word[] {
  return tsv.split('\n').flatMap((line): Word[] => {
    const [level, , , , , , left, top, width, height, confidence, text] = line.split('\t');
    if (level !== '5' || text === undefined || text.trim() === '') return [];
    const x = Number(left);
    const y = Number(top);
    return [
      { text, confidence: Math.max(0, Number(confidence) / 100), box: [x, y, x + Number(width), y + Number(height)] },
    ];
  });
}

/** Reads files with the given number of processes at a time; words in pixels of the picture, by file. */
export async function readNatively(
  files: readonly string[],
  language: string,
  processes: number,
): Promise<Map<string, Word[]>> {
  const words = new Map<string, Word[]>();
  const queue = [...files];
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      words.set(file, parseWords(await runTesseract(file, language)));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return words;
}
