import { z } from 'zod';
import type { Bilingual } from '../../contract/common.ts';
import type { Notice } from '../../contract/document.ts';

/** Doubts about where documents begin and end. */
export const noticeCodeSchema = z.enum([
  'two-first-pages',
  'form-begins-anew',
  'after-damaged-separator',
  'longer-than-others',
  'longer-than-form',
  'damaged-separator',
  'separator-without-pages',
  'separator-of-other-profile',
]);
export type NoticeCode = z.infer<typeof noticeCodeSchema>;

const texts: Readonly<Record<NoticeCode, Bilingual>> = {
  'two-first-pages': {
    it: 'In questo documento un modulo comincia due volte: forse manca un separatore. Controllare e, se occorre, dividerlo.',
    en: 'A form begins twice in this document: a separator may be missing. Check it and split it if need be.',
  },
  'form-begins-anew': {
    it: 'Qui un modulo comincia di nuovo dentro lo stesso documento: forse manca un separatore. Se qui inizia un altro documento, dividerlo.',
    en: 'A form begins anew here within one document: a separator may be missing. If another document begins here, split it.',
  },
  'after-damaged-separator': {
    it: 'Il separatore prima di questo documento non si è potuto leggere: il riferimento archivistico manca.',
    en: 'The separator before this document could not be read: its archival reference is missing.',
  },
  'longer-than-others': {
    it: 'Questo documento è molto più lungo degli altri del lotto: forse manca un separatore. Controllare e, se occorre, dividerlo.',
    en: 'This document is much longer than the others of the batch: a separator may be missing. Check it and split it if need be.',
  },
  'longer-than-form': {
    it: 'Questo documento ha molte più pagine del suo modulo: forse manca un separatore. Controllare e, se occorre, dividerlo.',
    en: 'This document has many more pages than its form: a separator may be missing. Check it and split it if need be.',
  },
  'damaged-separator': {
    it: 'Sembra un foglio separatore, ma il suo codice non si legge. I documenti che seguono sono senza riferimento archivistico.',
    en: 'This looks like a separator sheet, but its code cannot be read. The documents that follow have no archival reference.',
  },
  'separator-without-pages': {
    it: 'Dopo questo separatore non c’è nessuna pagina: controllare che i fogli siano stati acquisiti.',
    en: 'There is no page after this separator: check that its sheets were scanned.',
  },
  'separator-of-other-profile': {
    it: 'Questo separatore è stato stampato per un altro profilo: controllare che la pila sia quella giusta.',
    en: 'This separator was printed for another profile: check that this is the right pile.',
  },
};

/** The notices of a document or page, from the JSON list of their codes. */
export function tellNotices(codes: string): Notice[] {
  return z
    .array(noticeCodeSchema)
    .parse(JSON.parse(codes))
    .map((code) => ({ code, message: texts[code] }));
}
