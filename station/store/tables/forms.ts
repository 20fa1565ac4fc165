export interface RetiredFormRow {
  formKey: string;
  retiredAt: string;
  retiredBy: string;
}
