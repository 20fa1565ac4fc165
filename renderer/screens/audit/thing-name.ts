import type { TFunction } from 'i18next';
import { auditSubjects } from '../../../contract/audit-actions.ts';
import type { AuditEvent, FactWords } from './fact-values.ts';

/** What an event is about, as people call it, for example `documento 4, lotto «Residenze»`. */
export function thingName(event: AuditEvent, { t, names }: FactWords): string {
  const { subjectId, thing } = event;
  const kind = kindName(event, t);
  if (thing === null) return `${kind} (${t('audit.gone')})`;
  const { number, batch } = thing;
  const name = thing.name === null ? null : (names.get(subjectId) ?? thing.name);
  const own =
    number === null
      ? t('audit.named', { kind, name })
      : name === null
        ? t('audit.numbered', { kind, number })
        : t('audit.pageOfFile', { kind, number, name });
  return batch === null ? own : `${own}, ${t('audit.inBatch', { batch })}`;
}

function kindName({ subjectKind }: AuditEvent, t: TFunction): string {
  const known = auditSubjects.find((subject) => subject === subjectKind);
  return known === undefined ? subjectKind : t(`audit.subjects.${known}`);
}
