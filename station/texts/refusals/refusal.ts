import type { Bilingual, StationErrorCode } from '../../../contract/common.ts';

export interface Refusal {
  readonly code: StationErrorCode;
  readonly text: Bilingual;
  readonly retryable?: boolean;
}
