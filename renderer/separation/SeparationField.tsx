import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { needsSheets, type SeparationDraft, separationOf, waysToCut } from './separation-draft.ts';

export interface SeparationFieldProps {
  readonly draft: SeparationDraft;
  /** Somebody tried to go on: what is missing is said. */
  readonly tried: boolean;
  onChange(draft: SeparationDraft): void;
  /** Somebody wants separator sheets to print. */
  onPrint(): void;
}

/** How a pile is cut into documents, what that means for the paper, and the sheets to print for it. */
export function SeparationField({ draft, tried, onChange, onPrint }: SeparationFieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('separation.title')}
        description={t(`separationHelp.${draft.by}`)}
        value={draft.by}
        data-autofocus
        data={waysToCut.map((by) => ({ value: by, label: t(`separationBy.${by}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const by = waysToCut.find((way) => way === value);
          if (by !== undefined) onChange({ ...draft, by });
        }}
      />
      {draft.by === 'sheets' ? (
        <TextInput
          label={t('separation.sheets')}
          value={draft.sheets}
          inputMode="numeric"
          maxLength={4}
          error={tried && separationOf(draft) === null ? t('separation.sheetsBad') : null}
          onChange={(event) => onChange({ ...draft, sheets: event.currentTarget.value })}
        />
      ) : null}
      {needsSheets(draft.by) ? (
        <div>
          <Button variant="default" onClick={onPrint}>
            {t('separation.print')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
