import { useTranslation } from 'react-i18next';
import type { BatchProgress } from '../../../contract/batch.ts';
import { Status } from '../../ui/Status.tsx';
import { stageLook, stageOf } from './stage.ts';

export function StageStatus({ progress }: { readonly progress: BatchProgress }) {
  const { t } = useTranslation();
  const stage = stageOf(progress);
  return <Status {...stageLook[stage]}>{t(`progress.${stage}`)}</Status>;
}
