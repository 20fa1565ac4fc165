import { z } from 'zod';
import { assertNever } from '../model/assert-never.ts';
import type { FormPackage } from '../model/form.ts';
import { type FormCheck, formCheckSchema } from '../model/form-check.ts';
import type { Agreement, GrowingAgreement, Values } from './checks/agreement.ts';
import { applyCapOfComune } from './checks/cap-of-comune.ts';
import { applyCodiceFiscaleAgrees, type Repairs } from './checks/codice-fiscale-agrees.ts';
import { applyDatesInOrder } from './checks/dates-in-order.ts';
import { applyDatesPassed } from './checks/dates-passed.ts';
import { applyMailOfPerson } from './checks/mail-of-person.ts';
import { applyProvinceOfComune } from './checks/province-of-comune.ts';
import { describeFields } from './describe.ts';
import { localDay } from './local-day.ts';
import type { Tables } from './tables/tables.ts';

/** The checks that a form's schema lists; those of codici fiscali first, since what they confirm the others spare. */
export function checksOf(form: FormPackage): FormCheck[] {
  const parsed = z.array(formCheckSchema).safeParse(form.schema['x-tabularium-checks']);
  const rank = (check: FormCheck) => (check.kind === 'codice-fiscale-agrees' ? 0 : 1);
  return (parsed.data ?? []).toSorted((left, right) => rank(left) - rank(right));
}

/**
 * Applies the form's rules over several fields to the values of a document. `repairs` tells what rules put in
 * beyond the reading; a record that a person has seen has none. Addresses of mail are held against the names of any form.
 */
export function checkAgreement(
  form: FormPackage,
  values: Values,
  tables: Tables,
  repairs: Repairs = { fields: new Set(), changedPlaces: new Map() },
): Agreement {
  const agreement: GrowingAgreement = {
    confirmed: new Set(),
    supported: new Set(),
    contradicted: new Map(),
    proposals: new Map(),
  };
  for (const check of checksOf(form)) {
    switch (check.kind) {
      case 'codice-fiscale-agrees':
        applyCodiceFiscaleAgrees(check, values, tables, repairs, agreement);
        break;
      case 'province-of-comune':
        applyProvinceOfComune(check, values, tables, agreement);
        break;
      case 'cap-of-comune':
        applyCapOfComune(check, values, tables, agreement);
        break;
      case 'dates-in-order':
        applyDatesInOrder(check, values, agreement);
        break;
      case 'dates-passed':
        applyDatesPassed(check, values, localDay(new Date()), agreement);
        break;
      default:
        assertNever(check);
    }
  }
  applyMailOfPerson(describeFields(form), values, repairs.fields, agreement);
  return agreement;
}
