import { join } from 'node:path';
import { loadTables, type Tables } from '../../ocr/extract/tables/tables.ts';
import { loadFormPackage } from '../../ocr/forms/load.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import { type DrawnForm, drawForm, type FormDrawing } from '../forms/draw/form.ts';
import { createTypefaceCase, type FaceName, type Typeface } from '../forms/draw/typeface.ts';
import { formDrawings } from '../forms/drawings/all.ts';
import type { Random } from './random.ts';
import { inventAccessRequest } from './records/accesso-atti.ts';
import { inventResidenceDeclaration } from './records/dichiarazione-residenza.ts';
import { inventWasteTaxDeclaration } from './records/dichiarazione-tari.ts';
import type { Written } from './records/written.ts';

/** A form that the sample maker can fill in. */
export interface FillableForm {
  readonly form: FormPackage;
  readonly drawn: DrawnForm;
  invent(random: Random, tables: Tables, today: string): Written;
}

/** What is set up once for a whole pile. */
export interface Workshop {
  readonly forms: ReadonlyMap<string, FillableForm>;
  readonly tables: Tables;
  readonly openFace: (name: FaceName) => Typeface;
}

const inventors: Readonly<Record<string, FillableForm['invent']>> = {
  'dichiarazione-residenza': inventResidenceDeclaration,
  'accesso-atti': inventAccessRequest,
  'dichiarazione-tari': inventWasteTaxDeclaration,
};

/** The form is drawn when it is first needed: that takes a second, and most piles are of one form. */
function fillableForm(form: FormPackage, drawing: FormDrawing, invent: FillableForm['invent']): FillableForm {
  let drawn: DrawnForm | undefined;
  return {
    form,
    get drawn() {
      drawn ??= drawForm(drawing);
      return drawn;
    },
    invent,
  };
}

/** Loads the forms, the code tables and the typefaces. */
export async function openWorkshop(resources: string): Promise<Workshop> {
  const forms = new Map<string, FillableForm>();
  for (const drawing of formDrawings) {
    const invent = inventors[drawing.id];
    if (invent === undefined) throw new Error(`nobody invents records for ${drawing.id}`);
    const form = await loadFormPackage(join(resources, 'forms', drawing.id));
    forms.set(drawing.id, fillableForm(form, drawing, invent));
  }
  const tables = await loadTables(join(resources, 'tables'));
  return { forms, tables, openFace: createTypefaceCase() };
}
