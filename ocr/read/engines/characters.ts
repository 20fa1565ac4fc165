import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { squarePx } from '../combs/glyph-square.ts';
import { type OnnxSession, openOnnxSession } from './onnx-session.ts';
import { resourcesFolder } from './resources-folder.ts';

/** Recognises single characters that were cut from their cells. */
export interface CharacterClassifier {
  /** Engine and model, as readings name it. */
  readonly name: string;
  /** What it tells apart, in the order of its answers. The empty text stands for no character. */
  readonly alphabet: readonly string[];
  /**
   * Takes squares as `squareOf` draws them; answers with the logarithm of the odds of each member of the alphabet, up to a
   * constant, for each square. Rejects when the network fails.
   */
  classify(squares: readonly Uint8Array[]): Promise<Float32Array[]>;
  release(): Promise<void>;
}

/** What stands beside the weights in `resources/models`. */
const descriptionSchema = z.strictObject({
  format: z.literal('tabularium-characters-1'),
  /** The network's answers in order; before them comes that for no character. */
  alphabet: z.string().min(1),
  squarePx: z.literal(squarePx),
  /** What the network's logits are divided by so that confidences mean probabilities (Guo and others 2017). */
  temperature: z.number().positive(),
});

/** Loads the network that `npm run train` made. Throws when its files are missing or do not belong together. */
export async function loadCharacterClassifier(
  folder = join(resourcesFolder(), 'models'),
): Promise<CharacterClassifier> {
  const text = readFileSync(join(folder, 'characters.json'), 'utf8');
  const { alphabet: characters, temperature } = descriptionSchema.parse(JSON.parse(text));
  const alphabet = ['', ...characters];
  const session = await openOnnxSession(readFileSync(join(folder, 'characters.onnx')));
  return {
    name: 'characters',
    alphabet,
    classify: (squares) => classify(session, squares, alphabet.length, temperature),
    release: () => session.release(),
  };
}

async function classify(
  session: OnnxSession,
  squares: readonly Uint8Array[],
  classes: number,
  temperature: number,
): Promise<Float32Array[]> {
  if (squares.length === 0) return [];
  const data = new Float32Array(squares.length * squarePx * squarePx);
  squares.forEach((square, index) => {
    for (let at = 0; at < square.length; at += 1) data[index * square.length + at] = (square[at] ?? 0) / 255;
  });
  const logits = await session.run({ data, shape: [squares.length, 1, squarePx, squarePx] });
  if (logits.data.length !== squares.length * classes) {
    throw new Error(`the network answered with ${logits.shape.join(' x ')} numbers for ${squares.length} characters`);
  }
  return squares.map((_, index) =>
    logits.data.slice(index * classes, (index + 1) * classes).map((logit) => logit / temperature),
  );
}
