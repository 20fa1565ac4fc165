import { checkFormPackage } from '../../ocr/forms/check.ts';
import { loadFormPackage } from '../../ocr/forms/load.ts';
import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import type { AppError } from '../app-error.ts';
import { machine } from '../audit/chain.ts';
import { addForm } from '../forms/add-form.ts';
import { withPackageFolder } from '../forms/package-input.ts';
import { createFormShelf, type FormShelf } from '../forms/shelf.ts';
import { findResources } from '../resources.ts';
import { type StationFolder, stationFolder } from '../store/folder.ts';
import { openStore } from '../store/store.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';

/** `tabularium forms list`: every form the workstation knows. */
export async function formsListCommand(options: FolderOptions, output: Output): Promise<ExitCode> {
  const shelf = openShelf(stationFolder(dataFolder(options.data, process.env)), output);
  const forms = [...(await shelf.byKey()).values()].map(summarise);
  if (options.json) output.result(JSON.stringify(forms, null, 1));
  else output.result(forms.map(({ key, title }) => `${key}  ${inLanguage(output, title)}`).join('\n'));
  return exitCodes.allWell;
}

/** `tabularium forms add`: copies a package into the workstation, which must not be running. */
export async function formsAddCommand(path: string, options: FolderOptions, output: Output): Promise<ExitCode> {
  const store = await openStore(dataFolder(options.data, process.env), { clock: () => new Date() });
  try {
    const form = await addForm({ store, forms: openShelf(store.folder, output) }, { path, actor: machine });
    output.result(options.json ? JSON.stringify(summarise(form), null, 1) : formKey(form.manifest));
    return exitCodes.allWell;
  } finally {
    store.close();
  }
}

/** `tabularium forms check`: lists every fault of a package; 2 when there are errors among them. */
export async function formsCheckCommand(path: string, options: FolderOptions, output: Output): Promise<ExitCode> {
  return await withPackageFolder(path, async (folder) => {
    const findings = await checkFormPackage(folder);
    const failed = findings.some(({ severity }) => severity === 'error');
    if (options.json) output.result(JSON.stringify({ valid: !failed, findings }, null, 1));
    else {
      const lines = findings.map(
        ({ severity, path: at, message }) =>
          `${inLanguage(output, severities[severity])}  ${at}  ${inLanguage(output, message)}`,
      );
      const verdict = failed ? notValid : isValid(formKey((await loadFormPackage(folder)).manifest));
      output.result([...lines, inLanguage(output, verdict)].join('\n'));
    }
    return failed ? exitCodes.withFailures : exitCodes.allWell;
  });
}

const severities = { error: { it: 'errore', en: 'error' }, warning: { it: 'avviso', en: 'warning' } } as const;

const notValid = { it: 'non valido', en: 'not valid' };

function isValid(key: string) {
  return { it: `${key} è valido`, en: `${key} is valid` };
}

function openShelf({ forms }: StationFolder, output: Output): FormShelf {
  const onBroken = (folder: string, { text }: AppError) => output.notice(`${folder}: ${inLanguage(output, text)}\n`);
  return createFormShelf({ builtIn: findResources().forms, added: forms, onBroken });
}

function summarise({ manifest, layouts }: FormPackage) {
  return {
    key: formKey(manifest),
    title: manifest.title,
    service: manifest.service.title,
    pages: layouts[0]?.pages.length ?? 0,
    editions: layouts.map(({ edition }) => edition),
  };
}
