import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { useStation } from '../../app/use-station.ts';
import { useSwitchPerson } from '../../app/use-switch-person.ts';
import { Mark } from '../../ui/Icon.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from '../sign-in/SignInScreen.module.css';
import lockStyles from './lock.module.css';

/** Covers the window until its person is back. The work under it stays as it is. */
export function LockScreen({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const switchPerson = useSwitchPerson(account);
  const [secret, setSecret] = useState('');
  const unlock = useMutation({
    mutationFn: () => station.session.unlock({ secret }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.session().queryKey }),
    onError: () => setSecret(''),
  });
  const cover = useRef<HTMLElement>(null);
  useKeysStayHere();
  useNothingElse(cover);
  return (
    <main ref={cover} className={lockStyles.cover} data-lock>
      <div className={styles.card}>
        <div className={styles.head}>
          <Mark className={styles.mark} />
          <div>
            <h1 tabIndex={-1}>{t('lock.title')}</h1>
            <p className={styles.pitch}>{t('lock.help', { name: account.name })}</p>
          </div>
        </div>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            unlock.mutate();
          }}
        >
          <SecretField autoFocus value={secret} onChange={setSecret} />
          {unlock.isError ? <TroubleNotice error={unlock.error} /> : null}
          <Button type="submit" loading={unlock.isPending}>
            {t('lock.unlock')}
          </Button>
          <Button variant="default" loading={switchPerson.isPending} onClick={() => switchPerson.mutate()}>
            {t('app.switchUser')}
          </Button>
        </form>
      </div>
    </main>
  );
}

/** Keys pressed on the cover must not reach the shortcuts of the screen under it. */
function useKeysStayHere(): void {
  useEffect(() => {
    const keep = (event: KeyboardEvent): void => {
      const onCover = event.target instanceof Element && event.target.closest('[data-lock]') !== null;
      if (!onCover || /^F\d+$/.test(event.key)) event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', keep, true);
    return () => window.removeEventListener('keydown', keep, true);
  }, []);
}

/** A dialog lies beside the frame, not in it: Tab must not lead behind the cover, where somebody else could go on writing. */
function useNothingElse(cover: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const beside = [...document.body.children].filter(
      (element) => !element.hasAttribute('inert') && !element.contains(cover.current),
    );
    for (const element of beside) element.toggleAttribute('inert', true);
    return () => {
      for (const element of beside) element.toggleAttribute('inert', false);
    };
  }, [cover]);
}
