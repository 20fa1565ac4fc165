import { useTranslation } from 'react-i18next';
import type { FormFinding } from '../../../contract/form.ts';
import { textIn } from '../../app/i18n.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Status } from '../../ui/Status.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import styles from './forms.module.css';
import { SaveFindings } from './SaveFindings.tsx';

/** What is wrong with a package, or worth a look: where, and what to do. */
export function Findings({ findings }: { readonly findings: readonly FormFinding[] }) {
  const { t, i18n } = useTranslation();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className={styles.findings}>
      <Notice tone={errors === 0 ? 'doubt' : 'wrong'} role="alert">
        <span>{errors === 0 ? t('forms.warnings') : t('forms.faulty', { count: errors })}</span>
      </Notice>
      <TableFrame label={t('forms.what')} className={styles.findingsFrame}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forms.severity')}</th>
              <th scope="col">{t('forms.place')}</th>
              <th scope="col">{t('forms.what')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(({ severity, path, message }) => (
              <tr key={`${path} ${message.en}`}>
                <td>
                  <Status tone={severity === 'error' ? 'wrong' : 'doubt'} icon="warning">
                    {t(severity === 'error' ? 'forms.error' : 'forms.warning')}
                  </Status>
                </td>
                <td className={styles.place}>{path}</td>
                <td>{textIn(i18n.language, message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <SaveFindings findings={findings} />
    </div>
  );
}
