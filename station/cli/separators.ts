import { writeFile } from 'node:fs/promises';
import { separatorSheetsSchema } from '../../contract/pile.ts';
import { AppError } from '../app-error.ts';
import { separatorSheets } from '../separators/separator-sheets.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';

export interface SeparatorsOptions {
  readonly profile: string;
  readonly reference: readonly string[];
  readonly count: string;
  readonly bothSides?: boolean;
  readonly out: string;
  readonly json?: boolean;
}

/** `tabularium separators`: writes separator sheets to print. Throws an AppError for what cannot be drawn or written. */
export async function separatorsCommand(options: SeparatorsOptions, output: Output): Promise<ExitCode> {
  const { profile, reference, count, bothSides = false, out } = options;
  const wish = separatorSheetsSchema.safeParse({
    ...{ profileId: profile, copies: Number(count), bothSides },
    references: reference.length === 0 ? null : reference,
  });
  if (!wish.success) throw notDrawable();
  const pdf = await separatorSheets(wish.data);
  await writeFile(out, pdf).catch((cause: unknown) => {
    throw new AppError(
      'INVALID_INPUT',
      {
        it: `Il file «${out}» non si può scrivere. Indicarne un altro con --out.`,
        en: `The file “${out}” cannot be written. Name another with --out.`,
      },
      { cause },
    );
  });
  const sheets = Math.max(1, reference.length) * wish.data.copies;
  output.result(options.json ? JSON.stringify({ out, sheets }) : `${out}: ${sheets}`);
  return exitCodes.allWell;
}

function notDrawable(): AppError {
  return new AppError('INVALID_INPUT', {
    it: 'Con --count si indica un numero da 1 a 200, al massimo 1000 fogli in tutto; un riferimento ha al massimo 60 fra lettere, cifre, spazi e segni come . / _ - : , ( ).',
    en: 'With --count goes a number from 1 to 200, 1000 sheets at most in all; a reference has at most 60 letters, figures, spaces and signs like . / _ - : , ( ).',
  });
}
