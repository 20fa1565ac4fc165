import type { Bilingual, StationErrorCode } from '../contract/common.ts';

/** Expected failures of the workstation itself, beside those that a screen can cause. */
export type AppErrorCode =
  | StationErrorCode
  | 'FOLDER_IN_USE'
  | 'FOLDER_NOT_USABLE'
  | 'NEWER_DATABASE'
  | 'DAMAGED_DATABASE'
  | 'STOPPED';

export interface AppErrorOptions extends ErrorOptions {
  /** Whether the same request may succeed later unchanged. */
  readonly retryable?: boolean;
}

/** A failure that is expected and told to a person: what happened and what to do. Anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly text: Bilingual;
  readonly retryable: boolean;

  constructor(code: AppErrorCode, text: Bilingual, options: AppErrorOptions = {}) {
    super(text.en, options);
    this.name = 'AppError';
    this.code = code;
    this.text = text;
    this.retryable = options.retryable ?? false;
  }
}
