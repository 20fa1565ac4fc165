import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';
import { useFocusBack } from './use-focus-back.ts';

export interface DialogProps {
  readonly title: string;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
  onClose(): void;
}

/**
 * Asks for something before going on; Escape leaves it, and the focus goes back to where it was. Composed of Mantine's parts
 * because its whole Modal puts a second banner on the page.
 */
export function Dialog({ title, size = 'md', children, onClose }: DialogProps) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal.Root opened onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.dialogHead}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('app.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
