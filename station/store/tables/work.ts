import type { Generated } from 'kysely';
import type { Flag, JsonText } from './column-types.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

export interface JobRow {
  seq: Generated<number>;
  kind: string;
  subjectId: string;
  batchId: string;
  parameters: JsonText;
  parametersHash: string;
  state: JobState;
  urgent: Generated<Flag>;
  attempts: Generated<number>;
  leaseUntilMs: number | null;
  notBeforeMs: Generated<number>;
  lastFailure: JsonText | null;
}

export interface AuditEventRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: JsonText;
  previousHash: string;
  hash: string;
}

export interface AuditHeadRow {
  one: 1;
  seq: number;
  hash: string;
}
