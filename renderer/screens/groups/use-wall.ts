import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group, GroupMember } from '../../../contract/verification-aids.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';

export interface WallWork {
  /** Index of the snippet that the arrows are on. */
  readonly at: number;
  isOut(member: GroupMember): boolean;
  readonly staying: readonly GroupMember[];
  readonly confirming: boolean;
  readonly trouble: unknown;
  goTo(index: number): void;
  turnOut(index: number): void;
  confirm(): void;
}

/** What a person does at a wall of snippets: goes about, marks out what is different, confirms the rest. */
export function useWall(batchId: string, { members }: Group): WallWork {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const [at, setAt] = useState(0);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const staying = members.filter((member) => !out.has(keyOf(member)));

  const confirm = useMutation({
    mutationFn: () =>
      station.groups.confirm({
        batchId,
        members: staying.map(({ documentId, pointer, value }) => ({ documentId, pointer, value })),
      }),
    onSuccess: async ({ confirmed, finished, left }) => {
      const done = finished === 0 ? '' : ` ${t('groups.finished', { count: finished })}`;
      const kept = left.length === 0 ? '' : ` ${t('groups.left', { count: left.length })}`;
      announce(`${t('groups.confirmed', { count: confirmed })}${done}${kept}`);
      for (const { documentId } of staying)
        queryClient.removeQueries({ queryKey: queries.document(documentId).queryKey });
      await queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey });
    },
  });

  return {
    at: Math.min(at, members.length - 1),
    isOut: (member) => out.has(keyOf(member)),
    staying,
    confirming: confirm.isPending,
    trouble: confirm.error,
    goTo: (index) => setAt(Math.max(0, Math.min(members.length - 1, index))),
    turnOut(index) {
      const member = members[index];
      if (member === undefined) return;
      setAt(index);
      const key = keyOf(member);
      setOut((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
    },
    confirm() {
      if (staying.length > 0 && !confirm.isPending) confirm.mutate();
    },
  };
}

function keyOf({ documentId, pointer }: GroupMember): string {
  return `${documentId} ${pointer}`;
}
