import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../contract/delivery.ts';
import type { Trouble } from '../../app/errors.ts';
import { useStation } from '../../app/use-station.ts';
import { useWatch } from '../../app/use-watch.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';

export interface DeliveryWatch {
  /** Null until the station has said anything. */
  readonly deliveries: readonly Delivery[] | null;
  readonly trouble: Trouble | null;
}

/** Follows the deliveries of a batch and says aloud when one more has arrived. */
export function useDeliveryWatch(batchId: string): DeliveryWatch {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const [deliveries, setDeliveries] = useState<readonly Delivery[] | null>(null);
  const arrived = useRef<number | null>(null);
  const trouble = useWatch(
    (signal) => station.deliveries.watch({ batchId }, { signal }),
    (latest) => {
      setDeliveries(latest);
      const done = latest.filter(({ state }) => state === 'delivered').length;
      if (arrived.current !== null && arrived.current !== done) {
        announce(t('deliver.announce', { done, total: latest.length }));
        void queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey });
        void queryClient.invalidateQueries({ queryKey: ['document'] });
      }
      arrived.current = done;
    },
  );
  return { deliveries, trouble };
}
