import type { FormCheck, FormFinding } from '../../contract/form.ts';
import { checkFormPackage } from '../../ocr/forms/check.ts';
import { loadFormPackage, referencePath } from '../../ocr/forms/load.ts';
import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import type { StationCore } from '../core.ts';
import { hasDocumentOfForm } from '../store/documents.ts';
import { digestOfPackage } from './package-files.ts';
import { withPackageFolder } from './package-input.ts';
import { presentForm } from './present-form.ts';

export type FormCheckCore = Pick<StationCore, 'store' | 'forms' | 'testPictures'>;

/**
 * Looks at a package, a folder or a zip, as it would be taken in: its files against the rules, its pictures by drawing them, its
 * key against the forms that are installed. Nothing is taken in. Throws an AppError where there is no package to look at.
 */
export async function checkForm(core: FormCheckCore, path: string): Promise<FormCheck> {
  return await withPackageFolder(path, async (folder) => {
    const digest = await digestOfPackage(folder);
    const findings: FormFinding[] = await checkFormPackage(folder);
    if (hasErrors(findings)) return { kind: 'faulty', findings };
    const form = await loadFormPackage(folder);
    const drawn = await drawReferences(core, form);
    findings.push(...drawn.findings);
    if (hasErrors(findings)) return { kind: 'faulty', findings };
    const standing = await standingOf(core, form, digest);
    return { kind: 'sound', form: presentForm(form), findings, standing, digest, pictureId: drawn.pictureId };
  });
}

function hasErrors(findings: readonly FormFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/**
 * Draws every reference picture, so that none that cannot be decoded keeps all pages of the office from being read. The first
 * is drawn last: it stays to be looked at.
 */
async function drawReferences({ testPictures }: FormCheckCore, { folder, layouts }: FormPackage) {
  const references = new Set(layouts.flatMap(({ pages }) => pages.map(({ reference }) => reference)));
  const findings: FormFinding[] = [];
  let pictureId: string | null = null;
  for (const reference of [...references].reverse()) {
    pictureId = await testPictures.draw(referencePath(folder, reference));
    if (pictureId === null) findings.unshift(unreadablePicture(reference));
  }
  return { findings, pictureId };
}

function unreadablePicture(reference: string): FormFinding {
  return {
    severity: 'error',
    path: `layouts/${reference}`,
    message: {
      it: 'l’immagine non si può aprire: salvarla di nuovo come PNG',
      en: 'the picture cannot be opened: save it as PNG again',
    },
  };
}

async function standingOf({ store, forms }: FormCheckCore, form: FormPackage, digest: string) {
  const key = formKey(form.manifest);
  const present = (await forms.byKey()).get(key);
  if (present === undefined) return 'new';
  if (forms.isBuiltIn(present)) return 'built-in';
  if ((await digestOfPackage(present.folder)) === digest) return 'same';
  return hasDocumentOfForm(store, key) ? 'in-use' : 'replaces';
}
