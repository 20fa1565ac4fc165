import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { Key } from './Keys.tsx';
import { type KeyLine, keyName } from './key-names.ts';
import styles from './ui.module.css';

export interface KeysDialogProps {
  readonly lines: readonly KeyLine[];
  onClose(): void;
}

/** Every key that does something on the present screen. */
export function KeysDialog({ lines, onClose }: KeysDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={t('keys.title')}>
      <table className={styles.keyTable}>
        <tbody>
          {lines.map(({ strokes, meaning }) => (
            <tr key={meaning}>
              <th scope="row">
                {strokes.map((stroke) => (
                  <Key key={stroke} name={keyName(stroke, t)} />
                ))}
              </th>
              <td>{t(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
