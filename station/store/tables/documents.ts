import type { Generated } from 'kysely';
import type { DocumentState } from '../../../contract/batch.ts';
import type { FieldReason, FieldStatus } from '../../../ocr/model/field.ts';
import type { JsonText } from './column-types.ts';

export interface DocumentRow {
  id: string;
  batchId: string;
  ordinal: number;
  formKey: string | null;
  state: DocumentState;
  note: string | null;
  openFields: Generated<number>;
  verifiedBy: string | null;
  approvedBy: string | null;
  reference: string | null;
  notices: Generated<JsonText>;
  waitingSince: Generated<string | null>;
}

export interface DocumentPageRow {
  documentId: string;
  position: number;
  pageId: string;
}

export interface FieldRow {
  documentId: string;
  pointer: string;
  ordinal: number;
  value: JsonText;
  raw: string;
  confidence: number;
  status: FieldStatus;
  reason: FieldReason | null;
  candidates: JsonText;
  page: number;
  boxPx: JsonText | null;
}
