import { useTranslation } from 'react-i18next';
import type { AuditPage } from '../../../contract/audit.ts';
import { auditActions, auditSubjects, machineActor } from '../../../contract/audit-actions.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import styles from './audit.module.css';

/** Events in the person's language, and below that as the log has them: so an auditor can quote them. */
export function EventTable({ events }: Pick<AuditPage, 'events'>) {
  const { t } = useTranslation();
  if (events.length === 0) return <Empty title={t('audit.none')} help={t('audit.noneHelp')} />;
  return (
    <TableFrame className={styles.events} label={t('audit.events')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('audit.seq')}</th>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.person')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.subject')}</th>
            <th scope="col">{t('audit.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.seq} event={event} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function EventRow({ event }: { readonly event: AuditPage['events'][number] }) {
  const { t, i18n } = useTranslation();
  const action = auditActions.find((known) => known === event.action);
  const subject = auditSubjects.find((known) => known === event.subjectKind);
  return (
    <tr>
      <td>{event.seq}</td>
      <td>{formatInstant(event.at, i18n.language)}</td>
      <td>{event.actor === machineActor ? t('audit.machine') : event.actor}</td>
      <td>
        {action === undefined ? null : <span className={styles.plain}>{t(`audit.actions.${action}`)}</span>}
        <code>{event.action}</code>
      </td>
      <td>
        <span className={styles.plain}>
          {subject === undefined ? event.subjectKind : t(`audit.subjects.${subject}`)}
        </span>
        <code>{event.subjectId}</code>
      </td>
      <td>
        <code>{event.detail}</code>
      </td>
    </tr>
  );
}
