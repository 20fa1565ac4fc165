import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../../contract/verification-aids.ts';
import { usePreferences } from '../../app/use-preferences.ts';
import { snippetSize } from '../../canvas/snippet-size.ts';
import { Key } from '../../ui/Keys.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './groups.module.css';
import { useGroupName } from './use-group-name.ts';
import { useWall } from './use-wall.ts';
import { WallItem } from './WallItem.tsx';

export interface WallProps {
  readonly batchId: string;
  readonly group: Group;
  /** Goes to the group so many further on, leaving this one as it is. */
  onTurn(groups: 1 | -1): void;
}

/**
 * A wall of snippets that were all read alike. One looks for what is different: arrows move, Space marks out, Enter confirms
 * all that are not marked out, Ctrl with Page Down leaves them all. It is one list for the keyboard, so that Tab goes past it.
 */
export function Wall({ batchId, group, onTurn }: WallProps) {
  const { t } = useTranslation();
  const { snippetPercent } = usePreferences();
  const name = useGroupName(group);
  const wall = useWall(batchId, group);
  const list = useRef<HTMLDivElement>(null);
  const { members } = group;

  useLayoutEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.querySelector(`#${itemId(wall.at)}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [wall.at]);

  const hear = (event: KeyboardEvent): void => {
    const steps = stepsOf(event.key, columnsOf(list.current));
    if (event.ctrlKey && event.key === 'PageDown') onTurn(1);
    else if (event.ctrlKey && event.key === 'PageUp') onTurn(-1);
    else if (steps !== null) wall.goTo(wall.at + steps);
    else if (event.key === 'Home') wall.goTo(0);
    else if (event.key === 'End') wall.goTo(members.length - 1);
    else if (event.key === ' ') wall.turnOut(wall.at);
    else if (event.key === 'Enter' && !event.repeat) wall.confirm();
    else return;
    event.preventDefault();
  };

  return (
    <section className={styles.wallPane} aria-label={name}>
      <div className={styles.wallHead}>
        <h2>{name}</h2>
        <p className={styles.soft}>{t('groups.help')}</p>
        <Button
          loading={wall.confirming}
          disabled={wall.staying.length === 0}
          rightSection={<Key name={t('keys.enter')} />}
          onClick={wall.confirm}
        >
          {t('groups.confirm', { count: wall.staying.length })}
        </Button>
      </div>
      {wall.trouble === null ? null : <TroubleNotice error={wall.trouble} onRetry={wall.confirm} />}
      <div
        ref={list}
        className={styles.wall}
        style={snippetSize(snippetPercent)}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('groups.wall', { value: name })}
        aria-activedescendant={itemId(wall.at)}
        tabIndex={0}
        onKeyDown={hear}
      >
        {members.map((member, index) => (
          <WallItem
            key={`${member.documentId} ${member.pointer}`}
            id={itemId(index)}
            member={member}
            title={group.title}
            current={index === wall.at}
            out={wall.isOut(member)}
            onTurn={() => wall.turnOut(index)}
          />
        ))}
      </div>
    </section>
  );
}

function itemId(index: number): string {
  return `wall-item-${index}`;
}

function stepsOf(key: string, columns: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'ArrowDown':
      return columns;
    case 'ArrowUp':
      return -columns;
    default:
      return null;
  }
}

/** How many snippets stand beside each other, as the browser has laid them out. */
function columnsOf(list: HTMLElement | null): number {
  const items = [...(list?.children ?? [])].filter((child) => child instanceof HTMLElement);
  const top = items[0]?.offsetTop;
  return Math.max(
    1,
    items.findIndex((item) => item.offsetTop !== top),
  );
}
