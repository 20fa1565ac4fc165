import type { FormSummary } from '../../../contract/form.ts';
import type { FormPackage } from '../../../ocr/model/form.ts';
import { signedIn } from '../base.ts';

function present(key: string, { manifest, layouts }: FormPackage): FormSummary {
  const pages = Math.max(1, ...layouts.map((layout) => layout.pages.length));
  return { key, title: manifest.title, service: manifest.service.title, pages, editions: manifest.layouts };
}

export const formRoutes = {
  list: signedIn.forms.list.handler(async ({ context: { station } }) =>
    [...(await station.forms.byKey())].map(([key, form]) => present(key, form)),
  ),
};
