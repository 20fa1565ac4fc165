import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanDevice } from '../../../contract/capture.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { DeviceByAddress } from './DeviceByAddress.tsx';
import { deviceKey, withDevice } from './devices.ts';
import styles from './scan.module.css';
import type { SetUp } from './use-set-up.ts';

/** The scanner used last, and the others once somebody looks for them: looking takes some seconds. */
export function DeviceChooser({ setUp }: { readonly setUp: SetUp }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const [looking, setLooking] = useState(false);
  const [entering, setEntering] = useState(false);
  const found = useQuery({ ...queries.scanners(), enabled: looking });
  const devices = withDevice(found.data?.devices ?? [], setUp.device);
  return (
    <div className={styles.devices}>
      <DeviceList devices={devices} chosen={setUp.device} onChoose={setUp.chooseDevice} />
      <p className={styles.help} role="status">
        {found.isFetching ? t('scan.looking') : null}
        {found.isSuccess && !found.isFetching ? t('scan.found', { count: found.data.devices.length }) : null}
      </p>
      {found.isError ? <TroubleNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : <SearchTroubles troubles={found.data.troubles} />}
      <div className={styles.buttons}>
        <Button
          variant="default"
          disabled={found.isFetching}
          onClick={() => {
            setLooking(true);
            if (found.isSuccess) void found.refetch();
          }}
        >
          {t('scan.look')}
        </Button>
        <Button variant="default" onClick={() => setEntering(true)}>
          {t('scan.byAddress')}
        </Button>
      </div>
      {entering ? (
        <DeviceByAddress
          onClose={() => setEntering(false)}
          onEnter={(device) => {
            setEntering(false);
            setUp.chooseDevice(device);
          }}
        />
      ) : null}
    </div>
  );
}

interface DeviceListProps {
  readonly devices: readonly ScanDevice[];
  readonly chosen: ScanDevice | null;
  onChoose(device: ScanDevice): void;
}

function DeviceList({ devices, chosen, onChoose }: DeviceListProps) {
  const { t } = useTranslation();
  const group = useId();
  const chosenKey = chosen === null ? null : deviceKey(chosen);
  if (devices.length === 0) return null;
  return (
    <fieldset className={styles.deviceList}>
      <legend className="visually-hidden">{t('scan.scanner')}</legend>
      {devices.map((device) => (
        <label key={deviceKey(device)} className={styles.device}>
          <input
            type="radio"
            name={group}
            checked={deviceKey(device) === chosenKey}
            onChange={() => onChoose(device)}
          />
          <span className={styles.deviceText}>
            <strong>{device.name}</strong>
            <span className={styles.help}>
              {t(`scanDriver.${device.driver}`)} · {device.address}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type Troubles = readonly {
  readonly driver: ScanDevice['driver'];
  readonly stop: { readonly message: { it: string; en: string } };
}[];

/** A way of looking that failed, said quietly: the others may have found what is wanted. */
function SearchTroubles({ troubles }: { readonly troubles: Troubles }) {
  const { t, i18n } = useTranslation();
  return troubles.map(({ driver, stop }) => (
    <p key={driver} className={styles.help}>
      {t(`scanDriver.${driver}`)}: {textIn(i18n.language, stop.message)}
    </p>
  ));
}
