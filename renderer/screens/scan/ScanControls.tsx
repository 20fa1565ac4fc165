import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanView } from '../../../contract/capture.ts';
import { formatRoute } from '../../app/route.ts';
import { Key } from '../../ui/Keys.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { actionKeys } from './keys.ts';
import styles from './scan.module.css';
import { actionsFor, type ScanAction } from './session.ts';
import type { ScanSessionState } from './use-scan-session.ts';

export interface ScanControlsProps {
  readonly session: ScanSessionState;
  readonly view: ScanView;
  /** Whether its keys are heard: not while something else is asked. */
  readonly active: boolean;
}

/** What can be done now. The likeliest is under Enter, and each has a key of its own that works wherever the focus is. */
export function ScanControls({ session, view, active }: ScanControlsProps) {
  const { t } = useTranslation();
  const actions = actionsFor(view);
  const [primary] = actions;
  const group = useRef<HTMLDivElement>(null);
  const listening = active && !session.confirming;
  const actUnder = (key: string) => (): void => {
    const action = actions.find((one) => actionKeys[one] === key);
    if (action !== undefined) session.act(action);
  };
  useScreenKey(actionKeys.pause, actUnder(actionKeys.pause), listening);
  useScreenKey(actionKeys.stop, actUnder(actionKeys.stop), listening);
  useScreenKey(actionKeys.finish, actUnder(actionKeys.finish), listening);

  // The hands of a clerk are at the feeder: whatever the scan comes to, Enter is the next step.
  const step = view.state === 'finished' ? 'finished' : primary;
  useEffect(() => {
    const free = document.activeElement?.matches('body, h1, main, button, a') === true;
    if (step !== undefined && free) group.current?.querySelector<HTMLElement>('button, a')?.focus();
  }, [step]);

  return (
    <div ref={group} className={styles.controls}>
      {view.state === 'finished' ? <Finished batchId={view.batchId} /> : null}
      {actions.map((action) => (
        <Button
          key={action}
          size={action === primary ? 'lg' : 'md'}
          variant={action === primary ? 'filled' : 'default'}
          loading={session.pending === action}
          rightSection={<Key name={actionKeys[action]} />}
          onClick={() => session.act(action)}
          onKeyDown={(event) => {
            // A key held down must not run through pause and continue.
            if (event.repeat) event.preventDefault();
          }}
        >
          {t(`scanAction.${action satisfies ScanAction}`)}
        </Button>
      ))}
    </div>
  );
}

/** Where to go once the pile is through. */
function Finished({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Button component="a" size="lg" href={formatRoute({ screen: 'scan', batchId: null })}>
        {t('scan.another')}
      </Button>
      <Button component="a" size="md" variant="default" href={formatRoute({ screen: 'pile', batchId })}>
        {t('scan.arrange')}
      </Button>
      <Button component="a" size="md" variant="default" href={formatRoute({ screen: 'batch', batchId })}>
        {t('scan.openBatch')}
      </Button>
    </>
  );
}
