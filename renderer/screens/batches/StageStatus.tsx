import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../contract/batch.ts';
import { Status } from '../../ui/Status.tsx';
import { stageLook, stageOf } from './stage.ts';

/** What a batch waits for; practice waits for nobody. */
export function StageStatus({ practice, progress }: Pick<Batch, 'practice' | 'progress'>) {
  const { t } = useTranslation();
  if (practice) {
    return (
      <Status tone="doubt" icon="person">
        {t('practice.mark')}
      </Status>
    );
  }
  const stage = stageOf(progress);
  return <Status {...stageLook[stage]}>{t(`progress.${stage}`)}</Status>;
}
