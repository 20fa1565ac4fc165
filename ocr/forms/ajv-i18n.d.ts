/** The package's own types speak of a default export that the module does not have when it is imported. */
declare module 'ajv-i18n/localize/it/index.js' {
  import type { ErrorObject } from 'ajv';

  const localizeItalian: (errors: ErrorObject[]) => void;
  export default localizeItalian;
}
