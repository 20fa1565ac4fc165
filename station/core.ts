import type { PageVerdict } from '../contract/quality.ts';
import type { Tables } from '../ocr/extract/tables/tables.ts';
import type { CalibrationShelf } from './calibration/shelf.ts';
import type { Expectations } from './capture/quality/expectations.ts';
import type { TestPictures } from './capture/test-picture.ts';
import type { FormShelf } from './forms/shelf.ts';
import type { Logger } from './logger.ts';
import type { BatchChanges } from './pipeline/changes.ts';
import type { PagePictures } from './pipeline/page-picture.ts';
import type { Store } from './store/store.ts';

/** What the parts of the station share. */
export interface StationCore {
  readonly store: Store;
  readonly forms: FormShelf;
  readonly calibration: CalibrationShelf;
  readonly changes: BatchChanges;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Draws pictures of pages. */
  readonly picture: PagePictures;
  /** Looks at the picture of a page that is kept nowhere. Null where it cannot be looked at. */
  assess(path: string, expected: Pick<Expectations, 'demands' | 'order'>): Promise<PageVerdict | null>;
  readonly testPictures: TestPictures;
  loadTables(): Promise<Tables>;
  /** To be called when one of the municipality's own lists is another: what is judged from then on knows it. */
  forgetTables(): void;
  /** To be called after a transaction that queued a job or changed what a batch shows. */
  announce(batchId: string): void;
}
