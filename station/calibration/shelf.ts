import { createHash } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Calibration, calibrationSchema, cautious } from '../../ocr/extract/calibrate/calibration.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { errorCode } from '../error-code.ts';
import type { Logger } from '../logger.ts';
import { replaceFile } from '../store/replace-file.ts';
import type { Store } from '../store/store.ts';

export interface CalibrationShelfOptions {
  readonly store: Store;
  /** File of the calibration that comes with the program. */
  readonly shipped: string;
  readonly logger: Logger;
}

/** How sure fields are held to be on one workstation: by its own people's words where there are enough, else as shipped. */
export interface CalibrationShelf {
  /** The calibration in force. Never rejects: where none can be had nothing is accepted without a person. */
  inForce(): Promise<Calibration>;
  /** The calibration that comes with the program. */
  shipped(): Promise<Calibration>;
  /** Puts the workstation's own in force. */
  replace(own: Calibration): Promise<void>;
}

const ownSchema = z.strictObject({
  /** SHA-256 of the shipped calibration that it was fitted from: with another program it holds no longer. */
  basedOn: z.string(),
  calibration: calibrationSchema,
});

interface Shipped {
  readonly hash: string;
  readonly calibration: Calibration;
}

/** Own calibrations lie in the workstation's folder. A damaged one is set aside, and the shipped one holds. */
export function createCalibrationShelf({ store, shipped: path, logger }: CalibrationShelfOptions): CalibrationShelf {
  const own = store.folder.calibration;
  let known: Promise<Calibration> | undefined;
  let shippedKnown: Promise<Shipped> | undefined;

  function loadShipped(): Promise<Shipped> {
    shippedKnown ??= readShipped(path, logger);
    return shippedKnown;
  }

  async function loadInForce(): Promise<Calibration> {
    const { hash, calibration } = await loadShipped();
    const text = await readIfThere(own);
    if (text === null) return calibration;
    const parsed = ownSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      await setAside(store, own);
      logger.warn('the calibration of this workstation is damaged; it was set aside');
      return calibration;
    }
    return parsed.data.basedOn === hash ? parsed.data.calibration : calibration;
  }

  return {
    inForce() {
      known ??= loadInForce();
      return known;
    },
    shipped: async () => (await loadShipped()).calibration,
    async replace(calibration) {
      const { hash } = await loadShipped();
      await replaceFile(own, `${JSON.stringify({ basedOn: hash, calibration })}\n`);
      known = Promise.resolve(calibration);
    },
  };
}

async function readShipped(path: string, logger: Logger): Promise<Shipped> {
  try {
    const text = await readFile(path, 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    return { hash, calibration: calibrationSchema.parse(JSON.parse(text)) };
  } catch (error) {
    logger.error({ err: error }, 'the calibration of the program cannot be loaded: every field goes to a person');
    return { hash: '', calibration: cautious };
  }
}

async function readIfThere(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no calibration either: the caller sets it aside.
    return null;
  }
}

async function setAside(store: Store, path: string): Promise<void> {
  const { setAside: folder } = store.folder;
  await mkdir(folder, { recursive: true });
  const at = store.transact((transaction) => {
    const subject = { subjectKind: 'station', subjectId: 'calibration' } as const;
    appendEvent(transaction, { actor: machine, action: 'calibration.set-aside', ...subject });
    return transaction.now.toISOString();
  });
  await rename(path, join(folder, `calibration-${at.replaceAll(':', '-')}.json`));
}
