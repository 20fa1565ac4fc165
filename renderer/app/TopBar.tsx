import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../contract/account.ts';
import type { Verb } from '../../contract/contract.ts';
import { Mark } from '../ui/Icon.tsx';
import { Key } from '../ui/Keys.tsx';
import { keyName } from '../ui/key-names.ts';
import { useKey } from '../ui/use-key.ts';
import styles from './Frame.module.css';
import { HelpButtons } from './help/HelpButtons.tsx';
import { lockKey } from './help/screen-keys.ts';
import { languageNames, languageOf, languages } from './i18n.ts';
import { PreferencesButton } from './PreferencesButton.tsx';
import { formatRoute } from './route.ts';
import { useMay, useStation } from './use-station.ts';
import { useSwitchPerson } from './use-switch-person.ts';

export interface TopBarProps {
  readonly account: Account | null;
  readonly locked: boolean;
  readonly screen: string;
}

const sections = ['batches', 'oversight', 'forms', 'accounts', 'audit'] as const;

/** What a section asks of the station first, where not everybody may. */
const verbOfSection: Partial<Record<(typeof sections)[number], Verb>> = {
  oversight: 'oversight.get',
  audit: 'audit.events',
};

const insideBatches = [
  'batches',
  'watched',
  'scan',
  'batch',
  'pile',
  'groups',
  'verify',
  'approve',
  'deliver',
  'practice',
];

export function TopBar({ account, locked, screen }: TopBarProps) {
  const { t } = useTranslation();
  const may = useMay();
  const open = sections.filter((section) => {
    const verb = verbOfSection[section];
    return verb === undefined || may(verb);
  });
  return (
    <header className={styles.bar}>
      <span className={styles.name}>
        <Mark className={styles.mark} />
        {t('app.name')}
      </span>
      {account === null ? null : (
        <nav aria-label={t('app.navigation')}>
          <ul className={styles.sections}>
            {open.map((section) => (
              <li key={section}>
                <a
                  className={styles.section}
                  href={formatRoute({ screen: section })}
                  aria-current={isWithin(section, screen) ? 'page' : undefined}
                >
                  {t(`screen.${section}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className={styles.end}>
        {account === null ? null : <Person account={account} locked={locked} />}
        <HelpButtons />
        {account === null ? null : <PreferencesButton />}
        <LanguageSwitch />
      </div>
    </header>
  );
}

function isWithin(section: (typeof sections)[number], screen: string): boolean {
  return section === screen || (section === 'batches' && insideBatches.includes(screen));
}

function Person({ account, locked }: { readonly account: Account; readonly locked: boolean }) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const switchPerson = useSwitchPerson(account);
  const lock = useMutation({
    mutationFn: () => station.session.lock(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.session().queryKey }),
  });
  useKey(lockKey, lock.mutate, !locked && !lock.isPending);
  return (
    <>
      <span className={styles.person}>
        <strong>{account.name}</strong>
        <span className={styles.role}> · {t(`role.${account.role}`)}</span>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={lock.isPending}
        rightSection={<Key name={keyName(lockKey, t)} />}
        onClick={() => lock.mutate()}
      >
        {t('lock.lock')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={switchPerson.isPending}
        onClick={() => switchPerson.mutate()}
      >
        {t('app.switchUser')}
      </Button>
    </>
  );
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className={styles.languages} aria-label={t('app.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className={styles.language}
          lang={language}
          title={languageNames[language]}
          aria-pressed={languageOf(i18n.language) === language}
          onClick={() => void i18n.changeLanguage(language)}
        >
          <span aria-hidden="true">{language.toUpperCase()}</span>
          <span className="visually-hidden">{languageNames[language]}</span>
        </button>
      ))}
    </fieldset>
  );
}
