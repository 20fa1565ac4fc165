import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import type { AuditFilter } from '../../contract/audit.ts';
import type { ScanDevice } from '../../contract/capture.ts';
import type { Task } from '../../contract/work.ts';
import type { StationClient } from './client.ts';

/** Pages in one part of a pile's list. */
export const pileChunkPages = 100;
/** Most pages that the station lists in one answer. */
export const pileListLimit = 500;

/** A list of pages of a batch: those of its pile, or those that lie in the tray beside it. */
export interface PileList {
  readonly batchId: string;
  readonly tray: boolean;
}

export type StationQueries = ReturnType<typeof stationQueries>;

/**
 * How the screens ask the station and where the answers are kept. One place, so that what is asked on one screen is
 * already there on the next.
 */
export function stationQueries(station: StationClient) {
  return {
    session: () => queryOptions({ queryKey: ['session'], queryFn: () => station.session.get() }),
    profiles: () => queryOptions({ queryKey: ['profiles'], queryFn: () => station.batches.profiles() }),
    rememberedScan: (profileId: string) =>
      queryOptions({
        queryKey: ['profiles', profileId, 'scan'],
        queryFn: () => station.scans.remembered({ profileId }),
      }),
    /** Looking searches the network and the buses: the answer is kept until somebody looks again. */
    scanners: () =>
      queryOptions({
        queryKey: ['scanners'],
        queryFn: () => station.scanners.list(),
        ...{ staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
      }),
    capabilities: (device: ScanDevice | null) =>
      queryOptions({
        queryKey: ['scanners', device?.driver, device?.address],
        queryFn: device === null ? skipToken : () => station.scanners.capabilities({ device }),
        ...{ staleTime: 60_000, refetchOnWindowFocus: false },
      }),
    forms: () => queryOptions({ queryKey: ['forms'], queryFn: () => station.forms.list() }),
    ownLists: () => queryOptions({ queryKey: ['own-lists'], queryFn: () => station.forms.ownLists() }),
    audit: (filter: AuditFilter) =>
      queryOptions({ queryKey: ['audit', filter], queryFn: () => station.audit.events(filter) }),
    oversight: () =>
      queryOptions({
        queryKey: ['oversight'],
        queryFn: () => station.oversight.get(),
        // It weighs every word of three months: not while nobody asks for it.
        staleTime: 60_000,
      }),
    sampling: () => queryOptions({ queryKey: ['sampling'], queryFn: () => station.sampling.get() }),
    work: (task: Task) =>
      queryOptions({
        queryKey: ['work', task],
        queryFn: () => station.work.queue({ task, batchId: null }),
        refetchInterval: 30_000,
      }),
    destinations: () => queryOptions({ queryKey: ['destinations'], queryFn: () => station.deliveries.destinations() }),
    batches: () =>
      queryOptions({
        queryKey: ['batches'],
        queryFn: () => station.batches.list(),
        refetchInterval: (query) => (query.state.data?.some((batch) => batch.progress.running) ? 1_000 : 5_000),
      }),
    batch: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId], queryFn: () => station.batches.get({ batchId }) }),
    sources: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId, 'sources'], queryFn: () => station.batches.sources({ batchId }) }),
    pages: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId, 'pages'], queryFn: () => station.batches.pages({ batchId }) }),
    rescans: (batchId: string) =>
      queryOptions({
        queryKey: ['batch', batchId, 'rescans'],
        queryFn: () => station.verification.rescans({ batchId }),
      }),
    /** Asked again with all that changes in the batch. */
    scan: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId, 'scan'], queryFn: () => station.scans.find({ batchId }) }),
    /** Asked for anew as their number changes. */
    flagged: (batchId: string, count: number) =>
      queryOptions({
        queryKey: ['pile', batchId, 'flagged', count],
        queryFn: () => station.batches.flagged({ batchId, limit: 20 }),
        placeholderData: keepPreviousData,
      }),
    pile: (batchId: string) =>
      queryOptions({ queryKey: ['pile', batchId], queryFn: () => station.piles.get({ batchId }) }),
    /** One part of a list of pages, counted from 0. Kept apart from the batch: it follows the pile's revision alone. */
    pilePages: ({ batchId, tray }: PileList, chunk: number) =>
      queryOptions({
        queryKey: ['pile', batchId, tray ? 'tray' : 'pages', chunk],
        queryFn: () => {
          const range = { batchId, from: chunk * pileChunkPages, count: pileChunkPages };
          return tray ? station.piles.tray({ ...range, kind: null }) : station.piles.pages(range);
        },
        ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 },
      }),
    /** The documents of a pile as they lie at a revision of it. */
    pileOutline: (batchId: string, revision: number) =>
      queryOptions({
        queryKey: ['pile', batchId, 'outline', revision],
        queryFn: () => station.piles.outline({ batchId }),
        ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 10_000 },
      }),
    /** A page with what it took the place of, as it is at a revision of the pile. */
    lineage: (pageId: string, batchId: string, revision: number) =>
      queryOptions({
        queryKey: ['pile', batchId, 'lineage', pageId, revision],
        queryFn: () => station.piles.lineage({ pageId }),
        ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 },
      }),
    documents: (batchId: string) =>
      queryOptions({
        queryKey: ['batch', batchId, 'documents'],
        queryFn: () => station.batches.documents({ batchId }),
      }),
    queue: (batchId: string, task: 'verify' | 'approve') =>
      queryOptions({
        queryKey: ['batch', batchId, 'queue', task],
        queryFn: () => station.verification.queue({ batchId, task }),
      }),
    practiceScore: (batchId: string) =>
      queryOptions({
        queryKey: ['batch', batchId, 'practice-score'],
        queryFn: () => station.practice.score({ batchId }),
      }),
    groups: (batchId: string) =>
      queryOptions({ queryKey: ['batch', batchId, 'groups'], queryFn: () => station.groups.list({ batchId }) }),
    comments: (documentId: string) =>
      queryOptions({
        queryKey: ['comments', documentId],
        queryFn: () => station.comments.list({ documentId }),
      }),
    words: (documentId: string) =>
      queryOptions({
        queryKey: ['words', documentId],
        queryFn: () => station.verification.words({ documentId }),
        staleTime: Number.POSITIVE_INFINITY,
      }),
    completions: (beginning: { readonly documentId: string; readonly pointer: string; readonly text: string }) =>
      queryOptions({
        queryKey: ['completions', beginning.documentId, beginning.pointer, beginning.text],
        queryFn: () => station.verification.complete(beginning),
        staleTime: 5_000,
        gcTime: 10_000,
      }),
    preferences: () => queryOptions({ queryKey: ['preferences'], queryFn: () => station.preferences.get() }),
    document: (documentId: string) =>
      queryOptions({
        queryKey: ['document', documentId],
        queryFn: () => station.verification.get({ documentId }),
        staleTime: 10_000,
      }),
  };
}
