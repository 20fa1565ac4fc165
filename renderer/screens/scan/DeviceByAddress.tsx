import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanDevice } from '../../../contract/capture.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { deviceOfAddress } from './devices.ts';
import styles from './scan.module.css';

export interface DeviceByAddressProps {
  onEnter(device: ScanDevice): void;
  onClose(): void;
}

/** For a scanner that the search does not find, for example in another part of the network. */
export function DeviceByAddress({ onEnter, onClose }: DeviceByAddressProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // The dialog stands inside the form of the pile, whose Enter would start the scanner.
    event.stopPropagation();
    setTried(true);
    const device = deviceOfAddress(address);
    if (device !== null) onEnter(device);
  };
  return (
    <Dialog onClose={onClose} title={t('scan.byAddressTitle')}>
      <form className={styles.fields} noValidate onSubmit={send}>
        <TextInput
          label={t('scan.address')}
          description={t('scan.addressHelp')}
          value={address}
          data-autofocus
          error={tried && deviceOfAddress(address) === null ? t('scan.addressBad') : null}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit">{t('scan.useAddress')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
