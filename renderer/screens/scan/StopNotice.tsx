import { useTranslation } from 'react-i18next';
import type { ScanView } from '../../../contract/capture.ts';
import { textIn } from '../../app/i18n.ts';
import { Notice } from '../../ui/Notice.tsx';
import { isOrdinaryStop } from './state-look.ts';

/** Why no further page comes, where the pile stands, and what to do: the words of the station. */
export function StopNotice({ view }: { readonly view: ScanView }) {
  const { t, i18n } = useTranslation();
  const { state, stop, sheets, sheetIncomplete } = view;
  if (state === 'held') return <Notice tone="doubt">{t('scan.heldHelp')}</Notice>;
  if (state !== 'stopped' || stop === null) return null;
  return (
    <Notice tone={isOrdinaryStop(stop.code) ? 'doubt' : 'wrong'} role="alert">
      <p>{textIn(i18n.language, stop.message)}</p>
      {sheets === 0 ? null : <p>{t('scan.stoppedAfter', { count: sheetIncomplete ? sheets - 1 : sheets })}</p>}
      {sheetIncomplete ? <p>{t('scan.backMissing', { count: sheets })}</p> : null}
    </Notice>
  );
}
