import { useTranslation } from 'react-i18next';
import type { PileView } from '../../../contract/pile.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { ArrangeDialog } from './ArrangeDialog.tsx';
import { OutlineDialog } from './OutlineDialog.tsx';
import { PageGrid } from './PageGrid.tsx';
import { PileHead } from './PileHead.tsx';
import { PilePreview } from './PilePreview.tsx';
import { PileSteps } from './PileSteps.tsx';
import { PileTools } from './PileTools.tsx';
import styles from './pile.module.css';
import { SeparationDialog } from './SeparationDialog.tsx';
import { type PileBench, usePileBench } from './use-pile-bench.ts';

export interface PileScreenProps {
  readonly batchId: string;
  /** The page to begin at; null for the first. */
  readonly pageId: string | null;
}

/** The pages of a batch as they lie: put in order, turned, cut into documents, replaced; nothing is ever lost. */
export function PileScreen({ batchId, pageId }: PileScreenProps) {
  const { t } = useTranslation();
  const path = useBatchPath(batchId);
  const bench = usePileBench(batchId, pageId);
  const { pile, pages, cursor } = bench;
  if (pile.view === null) return pile.trouble === null ? <Loading /> : <TroubleNotice error={pile.trouble} />;
  return (
    <div className={styles.screen}>
      <ScreenHead
        {...{ title: t('screen.pile'), path }}
        detail={<PileHead bench={bench} view={pile.view} />}
        actions={<PileSteps bench={bench} view={pile.view} />}
      />
      {pile.trouble === null ? null : <TroubleNotice error={pile.trouble} />}
      {pile.editTrouble === null ? null : <TroubleNotice error={pile.editTrouble} />}
      {bench.otherTrouble === null ? null : <TroubleNotice error={bench.otherTrouble} />}
      {pages.error === null ? null : <TroubleNotice error={pages.error} onRetry={pages.retry} />}
      <PileTools bench={bench} />
      <div className={styles.body}>
        <PageGrid bench={bench} />
        <PilePreview
          page={pages.at(cursor.selection.cursor) ?? null}
          number={cursor.selection.cursor + 1}
          {...{ batchId, stepsBack: bench.stepsBack, revision: pile.view.revision }}
        />
      </div>
      <OpenDialog bench={bench} view={pile.view} />
    </div>
  );
}

function OpenDialog({ bench, view }: { readonly bench: PileBench; readonly view: PileView }) {
  const { dialog, batchId, closeDialog, cursor } = bench;
  switch (dialog) {
    case null:
      return null;
    case 'arrange':
      return <ArrangeDialog batchId={batchId} onEdit={bench.arrange} onClose={closeDialog} />;
    case 'separate':
      return <SeparationDialog view={view} onSeparate={bench.separate} onClose={closeDialog} />;
    case 'go-to':
      return <OutlineDialog view={view} at={cursor.selection.cursor} onGoTo={bench.goTo} onClose={closeDialog} />;
  }
}
