import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './forms.module.css';

/** The forms that the station recognises. */
export function FormsScreen() {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const forms = useQuery(queries.forms());
  return (
    <>
      <ScreenHead title={t('screen.forms')} detail={<span className={styles.soft}>{t('forms.help')}</span>} />
      <div className={styles.body}>
        {forms.isPending ? <Loading /> : null}
        {forms.isError ? <TroubleNotice error={forms.error} onRetry={() => void forms.refetch()} /> : null}
        {forms.data?.length === 0 ? <Empty title={t('forms.empty')} /> : null}
        {forms.data === undefined || forms.data.length === 0 ? null : (
          <TableFrame label={t('screen.forms')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('forms.title')}</th>
                  <th scope="col">{t('forms.service')}</th>
                  <th scope="col">{t('forms.pages')}</th>
                  <th scope="col">{t('forms.editions')}</th>
                  <th scope="col">{t('forms.key')}</th>
                </tr>
              </thead>
              <tbody>
                {forms.data.map((form) => (
                  <tr key={form.key}>
                    <td className={styles.title}>{textIn(i18n.language, form.title)}</td>
                    <td>{textIn(i18n.language, form.service)}</td>
                    <td>{form.pages}</td>
                    <td>{form.editions.join(', ')}</td>
                    <td className={styles.key}>{form.key}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </div>
    </>
  );
}
