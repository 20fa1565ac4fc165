import { join } from 'node:path';
import type { Account } from '../../../contract/account.ts';
import { formKey } from '../../../ocr/model/form.ts';
import { createLogger } from '../../../station/logger.ts';
import { createAccount } from '../../../station/people/people.ts';
import { createSecrets } from '../../../station/people/secrets.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation, type Station } from '../../../station/station.ts';
import { insertCheck } from '../../../station/store/checks.ts';
import { listDocuments } from '../../../station/store/documents.ts';
import { loadKnowledge } from '../../../station/verify/document-detail.ts';
import { createVerification } from '../../../station/verify/verification.ts';
import { type DrawnPage, drawPages } from './draw-pages.ts';
import { enterFields } from './enter-fields.ts';
import { copyFormWithPolicies } from './form-with-policies.ts';
import { type Recipe, recipeSchema, registrationVariable } from './recipe.ts';

/** Prepares the work of `argv[3]` in the workstation of the user data folder `argv[2]`, by the station's own doing. */
const [, , folder = '', text = ''] = process.argv;
await prepare(folder, recipeSchema.parse(JSON.parse(text)));

async function prepare(userData: string, recipe: Recipe): Promise<void> {
  const drawn = await drawPages(userData, recipe.documents);
  const station = await openStation({
    folder: join(userData, 'workstation'),
    resources: findResources(),
    clock: () => new Date(),
    logger: createLogger('warn'),
    workerEntry: join(import.meta.dirname, 'page-worker.ts'),
    workers: 1,
  });
  try {
    const people = await addPeople(station, recipe);
    const form = await addForm(station, userData, recipe);
    const registration = {
      ...{ form: formKey(form.manifest), edition: form.layouts[0]?.edition, layoutPage: 0 },
      ...{ toCaptured: drawn.page.toCaptured, residualMm: 0.1, coverage: 1 },
    };
    process.env[registrationVariable] = JSON.stringify(registration);
    station.start();
    const actor = people[0]?.id ?? '';
    const { batch: name } = recipe;
    const batchId = station.createBatch({ name, profileId: 'general', paths: drawn.paths, actor });
    await station.idle(batchId);
    await enterDocuments(station, { batchId, recipe, drawn, people });
  } finally {
    await station.close();
  }
}

async function addPeople({ store }: Station, { people }: Recipe): Promise<Account[]> {
  const secrets = createSecrets();
  const accounts: Account[] = [];
  for (const person of people) {
    accounts.push(
      await createAccount(store, secrets, accounts[0] ?? null, { ...person, seesSpecialCategories: false }),
    );
  }
  return accounts;
}

async function addForm({ forms }: Station, userData: string, { policies }: Recipe) {
  const shipped = join(findResources().forms, 'accesso-atti');
  const copy = join(userData, 'form');
  if (policies !== undefined) {
    await copyFormWithPolicies(shipped, copy, policies);
    return forms.add(copy);
  }
  const form = [...(await forms.byKey()).values()].find((one) => one.folder === shipped);
  if (form === undefined) throw new Error('the shipped form is not there');
  return form;
}

interface Entered {
  readonly batchId: string;
  readonly recipe: Recipe;
  readonly drawn: DrawnPage;
  readonly people: readonly Account[];
}

async function enterDocuments(station: Station, { batchId, recipe, drawn, people }: Entered): Promise<void> {
  const { store } = station;
  const knowledge = await loadKnowledge(station);
  const documents = listDocuments(store, batchId);
  for (const document of documents) {
    const form = knowledge.forms.get(document.formKey ?? '');
    if (form === undefined) throw new Error('a page was not recognised');
    const { doubtful } = recipe;
    enterFields(store, document, { form, truth: drawn.document, page: drawn.page, doubtful, knowledge });
  }
  for (const { document, pointer, kind } of recipe.samples ?? []) {
    const documentId = documents[document]?.id ?? '';
    store.transact((transaction) => insertCheck(transaction, { documentId, pointer, cause: 'sample', kind }));
  }
  const verification = createVerification(station);
  const [verifier, approver] = people.slice(-2);
  for (const position of recipe.approved ?? []) {
    const documentId = documents[position]?.id ?? '';
    if (verifier === undefined || approver === undefined) throw new Error('there is nobody to verify and approve');
    for (const pointer of recipe.doubtful) {
      await verification.decide(verifier, { documentId, pointer }, { kind: 'confirm' });
    }
    await verification.finish(verifier, documentId);
    await verification.approve(approver, documentId);
  }
}
