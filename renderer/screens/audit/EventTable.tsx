import { useTranslation } from 'react-i18next';
import type { AuditPage } from '../../../contract/audit.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import styles from './audit.module.css';

/** Events as the log has them: its words are the same in every language, so that an auditor can quote them. */
export function EventTable({ events }: Pick<AuditPage, 'events'>) {
  const { t, i18n } = useTranslation();
  if (events.length === 0) return <Empty title={t('audit.none')} help={t('audit.noneHelp')} />;
  return (
    // A wide table scrolls by itself, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className={styles.tableFrame} aria-label={t('audit.events')} tabIndex={0}>
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
          {events.map(({ seq, at, actor, action, subjectKind, subjectId, detail }) => (
            <tr key={seq}>
              <td>{seq}</td>
              <td>{formatInstant(at, i18n.language)}</td>
              <td>{actor}</td>
              <td>
                <code>{action}</code>
              </td>
              <td>
                {subjectKind} <code>{subjectId}</code>
              </td>
              <td>
                <code>{detail}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
