import { ScanSession } from './ScanSession.tsx';
import { SetUpForm } from './SetUpForm.tsx';

/** Feeding paper: what is to be scanned is chosen first, then the pages are watched as they arrive. */
export function ScanScreen({ batchId }: { readonly batchId: string | null }) {
  return batchId === null ? <SetUpForm /> : <ScanSession batchId={batchId} />;
}
