import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { Key } from '../../ui/Keys.tsx';
import styles from './verify.module.css';

/** Every key of the verification screen. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const rows: readonly (readonly [readonly string[], string])[] = [
    [[t('keys.enter')], t('keys.accept')],
    [[t('keys.typeKeys')], t('keys.type')],
    [[t('keys.escape')], t('keys.cancelTyping')],
    [['F2'], t('keys.unreadable')],
    [['F3'], t('keys.empty')],
    [['F4'], t('keys.takeBack')],
    [[`Alt ${t('keys.digits')}`], t('keys.candidate')],
    [[t('keys.digits')], t('keys.choice')],
    [['↓'], t('keys.next')],
    [['↑'], t('keys.previous')],
    [['F6'], t('keys.zoomIn')],
    [[`${t('keys.shift')} F6`], t('keys.zoomOut')],
    [['F8'], t('keys.wholePage')],
    [[`${t('keys.control')} ${t('keys.pageDown')}`], t('keys.nextDocument')],
    [[`${t('keys.control')} ${t('keys.pageUp')}`], t('keys.previousDocument')],
    [['F1'], t('keys.help')],
  ];
  return (
    <Dialog onClose={onClose} title={t('keys.title')}>
      <table className={styles.help}>
        <tbody>
          {rows.map(([keys, meaning]) => (
            <tr key={meaning}>
              <th scope="row">
                {keys.map((key) => (
                  <Key key={key} name={key} />
                ))}
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
