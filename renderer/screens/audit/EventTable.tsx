import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditActions, machineActor } from '../../../contract/audit-actions.ts';
import { textIn } from '../../app/i18n.ts';
import { useEverybody, useStation } from '../../app/use-station.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import styles from './audit.module.css';
import type { AuditEvent, FactWords } from './fact-values.ts';
import { factsOf } from './facts.ts';
import { thingName } from './thing-name.ts';

export interface EventTableProps {
  readonly events: readonly AuditEvent[];
  /** Asks for what happened to the thing of one event alone. */
  onOnlyThis(subjectId: string): void;
}

/** Events in the person's language; each unfolds to what the log has, so that an auditor can quote it. */
export function EventTable({ events, onOnlyThis }: EventTableProps) {
  const { t } = useTranslation();
  const words = useFactWords();
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
            <EventRow key={event.seq} event={event} words={words} onOnlyThis={onOnlyThis} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function useFactWords(): FactWords {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { queries } = useStation();
  const accounts = useEverybody();
  const forms = useQuery(queries.forms()).data ?? [];
  const names = new Map<string, string>([
    ...accounts.map(({ id, name }) => [id, name] as const),
    ...forms.map(({ key, title }) => [key, textIn(language, title)] as const),
  ]);
  return { t, language, names };
}

interface EventRowProps extends Pick<EventTableProps, 'onOnlyThis'> {
  readonly event: AuditEvent;
  readonly words: FactWords;
}

function EventRow({ event, words, onOnlyThis }: EventRowProps) {
  const { t, language } = words;
  const action = auditActions.find((known) => known === event.action);
  return (
    <tr>
      <td>{event.seq}</td>
      <td className={styles.when}>{formatInstant(event.at, language)}</td>
      <td>{event.actor === machineActor ? t('audit.machine') : event.actor}</td>
      <td>{action === undefined ? event.action : t(`audit.actions.${action}`)}</td>
      <td>{thingName(event, words)}</td>
      <td>
        {factsOf(event, words).join(' · ')}
        <details className={styles.written}>
          <summary>
            {t('audit.asWritten')}
            <span className="visually-hidden">: {t('audit.asWrittenOf', { seq: event.seq })}</span>
          </summary>
          <code>{`${event.at} ${event.action} ${event.subjectKind} ${event.subjectId}`}</code>
          <code>{event.detail}</code>
          <Button size="compact-sm" variant="default" onClick={() => onOnlyThis(event.subjectId)}>
            {t('audit.onlyThis')}
          </Button>
        </details>
      </td>
    </tr>
  );
}
