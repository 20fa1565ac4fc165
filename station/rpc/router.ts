import { open } from './base.ts';
import { commentRoutes, groupRoutes, preferencesRoutes } from './routes/aids.ts';
import { auditRoutes } from './routes/audit.ts';
import { batchRoutes } from './routes/batches.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { formRoutes } from './routes/forms.ts';
import { oversightRoutes } from './routes/oversight.ts';
import { pileRoutes } from './routes/piles.ts';
import { practiceRoutes } from './routes/practice.ts';
import { samplingRoutes } from './routes/sampling.ts';
import { scannerRoutes, scanRoutes } from './routes/scans.ts';
import { sessionRoutes } from './routes/session.ts';
import { verificationRoutes } from './routes/verification.ts';
import { watchedFolderRoutes } from './routes/watched-folders.ts';
import { workRoutes } from './routes/work.ts';

/** The whole contract, route by route: one that is missing or too many does not compile. */
export const router = open.router({
  session: sessionRoutes,
  batches: batchRoutes,
  scanners: scannerRoutes,
  scans: scanRoutes,
  watchedFolders: watchedFolderRoutes,
  piles: pileRoutes,
  verification: verificationRoutes,
  work: workRoutes,
  oversight: oversightRoutes,
  sampling: samplingRoutes,
  comments: commentRoutes,
  groups: groupRoutes,
  preferences: preferencesRoutes,
  deliveries: deliveryRoutes,
  audit: auditRoutes,
  forms: formRoutes,
  practice: practiceRoutes,
});
