import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Key } from '../../ui/Keys.tsx';
import { useGoOn } from '../verify/use-go-on.ts';
import { sendBackKey } from './keys.ts';
import { SendBackDialog } from './SendBackDialog.tsx';

export interface SendBack {
  /** Whether the reason is being asked for. */
  readonly asking: boolean;
  readonly button: ReactNode;
  readonly dialog: ReactNode;
  ask(): void;
}

/** How a document goes back to verification: a button, the reason, and then the next document. */
export function useSendBack({ id }: Pick<DocumentDetail, 'id'>): SendBack {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { goOn } = useGoOn('approve');
  const [asking, setAsking] = useState(false);
  const ask = (): void => setAsking(true);
  const leave = (answer: DocumentDetail): void => {
    announce(t('approve.sentBack'));
    goOn(answer);
  };
  return {
    asking,
    ask,
    button: (
      <Button variant="default" rightSection={<Key name={sendBackKey} />} onClick={ask}>
        {t('approve.sendBack')}
      </Button>
    ),
    dialog: asking ? <SendBackDialog documentId={id} onClose={() => setAsking(false)} onSent={leave} /> : null,
  };
}
