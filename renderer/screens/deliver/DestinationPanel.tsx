import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Destination } from '../../../contract/delivery.ts';
import { useMay } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RadioRow } from '../../ui/RadioRow.tsx';
import styles from './deliver.module.css';

export interface DestinationPanelProps {
  readonly destinations: readonly Destination[];
  readonly chosen: string | null;
  onChoose(id: string): void;
  onAdd(): void;
  /** Puts right the one that is chosen. */
  onCorrect(): void;
}

/** Where the documents may go. Adding one, or putting one right, is for supervisors and administrators. */
export function DestinationPanel({ destinations, chosen, onChoose, onAdd, onCorrect }: DestinationPanelProps) {
  const { t } = useTranslation();
  const mayAdd = useMay()('deliveries.saveDestination');
  const change = mayAdd ? (
    <>
      <Button size="compact-sm" variant="default" onClick={onAdd}>
        {t('deliver.add')}
      </Button>
      {chosen === null ? null : (
        <Button size="compact-sm" variant="default" onClick={onCorrect}>
          {t('deliver.correct')}
        </Button>
      )}
    </>
  ) : null;
  return (
    <Panel title={t('deliver.destination')} detail={change}>
      {destinations.length === 0 ? (
        <Empty title={t('deliver.none')} help={t(mayAdd ? 'deliver.noneHelp' : 'deliver.needsSupervisor')} />
      ) : mayAdd ? null : (
        <p className={styles.hint}>{t('deliver.needsSupervisor')}</p>
      )}
      <fieldset className={styles.destinations}>
        <legend className="visually-hidden">{t('deliver.destination')}</legend>
        {destinations.map((destination) => (
          <RadioRow
            key={destination.id}
            name="destination"
            value={destination.id}
            checked={destination.id === chosen}
            title={destination.title}
            detail={destination.url}
            onChoose={() => onChoose(destination.id)}
          />
        ))}
      </fieldset>
    </Panel>
  );
}
