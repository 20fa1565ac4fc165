import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type OwnListSummary, ownListCountSchema } from '../../../contract/form.ts';
import { useServices } from '../../app/services.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { formatCount } from '../../ui/counts.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './forms.module.css';

const texts = {
  streets: { help: 'lists.streetsHelp', add: 'lists.addStreets', replace: 'lists.replaceStreets' },
  names: { help: 'lists.namesHelp', add: 'lists.addNames', replace: 'lists.replaceNames' },
} as const;

/** One list: what it is for, what is in it, since when and by whose doing; an administrator brings another. */
export function OwnList({ list: { id, counts, added } }: { readonly list: OwnListSummary }) {
  const { t, i18n } = useTranslation();
  const { shell } = useServices();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const mayAdd = useMay()('forms.addOwnList');
  const add = useMutation({
    mutationFn: (path: string) => station.forms.addOwnList({ id, path }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.ownLists().queryKey }),
  });
  /** The button is never disabled: it would lose the focus. */
  const choose = async (): Promise<void> => {
    if (add.isPending) return;
    const [path] = await shell.chooseSources('list');
    if (path !== undefined) add.mutate(path);
  };
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <h3>{t(id === 'streets' ? 'lists.streets' : 'lists.names')}</h3>
        <span className={styles.title}>{counts === null ? t('lists.none') : insideOf(counts, t, i18n.language)}</span>
        {added === null ? null : (
          <span className={styles.soft}>
            {added.by === null
              ? t('forms.addedAt', { at: formatInstant(added.at, i18n.language) })
              : t('forms.addedBy', { at: formatInstant(added.at, i18n.language), name: added.by })}
          </span>
        )}
      </div>
      <p className={styles.soft}>
        {t(texts[id].help)} {mayAdd && counts !== null ? t('lists.replaceHelp') : null}
      </p>
      {mayAdd ? (
        <div className={styles.choosers}>
          <Button size="compact-sm" variant="default" onClick={() => void choose()}>
            {t(counts === null ? texts[id].add : texts[id].replace)}
          </Button>
        </div>
      ) : null}
      {add.isError ? <TroubleNotice error={add.error} /> : null}
      {add.data === undefined ? null : (
        <Notice tone="sure" role="status">
          {t('lists.added', { inside: insideOf(add.data.counts ?? {}, t, i18n.language) })}
        </Notice>
      )}
    </div>
  );
}

function insideOf(counts: NonNullable<OwnListSummary['counts']>, t: TFunction, language: string): string {
  return ownListCountSchema.options
    .flatMap((what) => {
      const count = counts[what];
      return count === undefined ? [] : [t(`lists.inside.${what}`, { count, number: formatCount(count, language) })];
    })
    .join(', ');
}
