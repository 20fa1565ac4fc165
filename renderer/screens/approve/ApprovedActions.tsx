import type { DocumentDetail } from '../../../contract/document.ts';
import { useMay } from '../../app/use-station.ts';
import { useScreenKey } from '../../ui/use-key.ts';
import styles from './approve.module.css';
import { sendBackKey } from './keys.ts';
import { useSendBack } from './use-send-back.tsx';

/** What an approved document still allows: to go back, as long as it is not on its way to a destination. */
export function ApprovedActions({ document }: { readonly document: DocumentDetail }) {
  const allowed = useMay()('verification.sendBack');
  const sendBack = useSendBack(document);
  useScreenKey(sendBackKey, sendBack.ask, allowed && !sendBack.asking);
  if (!allowed) return null;
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>{sendBack.button}</div>
      {sendBack.dialog}
    </div>
  );
}
