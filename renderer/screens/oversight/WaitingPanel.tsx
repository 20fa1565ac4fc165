import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { type WaitingCommand, waitingCommands } from './keys.ts';
import styles from './oversight.module.css';
import { PostponeDialog } from './PostponeDialog.tsx';
import { useWaiting, type Waiting } from './use-waiting.ts';
import { WaitingItem } from './WaitingItem.tsx';

/** What waits for people, document by document: one list for the keyboard, with a key for each thing to arrange. */
export function WaitingPanel() {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const { documents } = waiting;
  return (
    <Panel title={t('oversight.queue')} className={styles.wide}>
      {waiting.trouble === null ? null : <TroubleNotice error={waiting.trouble} />}
      {documents === null ? <Loading /> : null}
      {documents?.length === 0 ? (
        <Empty title={t('oversight.queueEmpty')} help={t('oversight.queueEmptyHelp')} />
      ) : null}
      {documents === null || documents.length === 0 ? null : (
        <>
          <Tools waiting={waiting} />
          <WaitingList documents={documents} waiting={waiting} />
        </>
      )}
      <ArrangeDialog waiting={waiting} />
    </Panel>
  );
}

function Tools({ waiting: { current, run } }: { readonly waiting: Waiting }) {
  const { t } = useTranslation();
  const names: Readonly<Record<WaitingCommand, string>> = {
    urgent: t(current?.urgent === true ? 'oversight.notUrgent' : 'oversight.urgent'),
    postpone: t(current?.postponed == null ? 'oversight.postpone' : 'oversight.resume'),
    assign: t('oversight.assign'),
    'take-over': t('oversight.takeOver'),
  };
  return (
    <div className={styles.tools}>
      {Object.entries(waitingCommands).map(([key, command]) => (
        <Button
          key={command}
          size="compact-sm"
          variant="default"
          rightSection={<Key name={key} />}
          onClick={() => run(command)}
        >
          {names[command]}
        </Button>
      ))}
    </div>
  );
}

interface WaitingListProps {
  readonly documents: NonNullable<Waiting['documents']>;
  readonly waiting: Waiting;
}

function WaitingList({ documents, waiting }: WaitingListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const { at, goTo, run } = waiting;
  useFirstFocus(list);
  useEffect(() => {
    list.current?.querySelector(`#${itemId(at)}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);
  const hear = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const command = waitingCommands[event.key];
    if (event.key === 'ArrowDown') goTo(at + 1);
    else if (event.key === 'ArrowUp') goTo(at - 1);
    else if (command !== undefined && !event.repeat) run(command);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className={styles.queue}
      role="listbox"
      aria-label={t('oversight.queue')}
      aria-activedescendant={itemId(at)}
      tabIndex={0}
      onKeyDown={hear}
    >
      {documents.map((one, index) => (
        <WaitingItem
          key={one.document.id}
          id={itemId(index)}
          waiting={one}
          current={index === at}
          onChoose={() => goTo(index)}
        />
      ))}
    </div>
  );
}

function itemId(index: number): string {
  return `waiting-${index}`;
}

function ArrangeDialog({ waiting: { current, dialog, closeDialog, refresh } }: { readonly waiting: Waiting }) {
  if (current === null || dialog === null) return null;
  const done = (): void => {
    closeDialog();
    void refresh();
  };
  return dialog === 'assign' ? (
    <AssignDialog waiting={current} onClose={closeDialog} onDone={done} />
  ) : (
    <PostponeDialog documentId={current.document.id} onClose={closeDialog} onDone={done} />
  );
}
