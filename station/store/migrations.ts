import { sql as first } from './migrations/0001-first.ts';
import { sql as capture } from './migrations/0002-capture.ts';
import { sql as quality } from './migrations/0003-quality.ts';
import { sql as practice } from './migrations/0004-practice.ts';
import { sql as pile } from './migrations/0005-pile.ts';
import { sql as practiceEdits } from './migrations/0006-practice-edits.ts';
import { sql as people } from './migrations/0007-people.ts';
import { sql as checks } from './migrations/0008-checks.ts';
import { sql as verificationAids } from './migrations/0009-verification-aids.ts';
import { sql as rememberedSeparation } from './migrations/0010-remembered-separation.ts';
import { sql as overview } from './migrations/0011-overview.ts';
import { sql as sampling } from './migrations/0012-sampling.ts';
import { sql as separationEdits } from './migrations/0013-separation-edits.ts';
import { sql as overviewDays } from './migrations/0014-overview-days.ts';
import { sql as chosenThreshold } from './migrations/0015-chosen-threshold.ts';
import { sql as deactivatedAccounts } from './migrations/0016-deactivated-accounts.ts';
import { sql as rescans } from './migrations/0017-rescans.ts';
import { sql as watchedFolders } from './migrations/0018-watched-folders.ts';
import { sql as retiredForms } from './migrations/0019-retired-forms.ts';
import { sql as openJobs } from './migrations/0020-open-jobs.ts';
import { sql as lookups } from './migrations/0021-lookups.ts';

/** Append-only: the version of a database is how many of these it has been through. */
export const migrations: readonly string[] = [
  ...[first, capture, quality, practice, pile, practiceEdits, people, checks],
  verificationAids,
  rememberedSeparation,
  overview,
  sampling,
  separationEdits,
  overviewDays,
  chosenThreshold,
  deactivatedAccounts,
  rescans,
  watchedFolders,
  retiredForms,
  openJobs,
  lookups,
];
