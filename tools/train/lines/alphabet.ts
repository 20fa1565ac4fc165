/** What the line network writes besides nothing: what print and typewriters put on Italian forms. */
export const lineAlphabet: readonly string[] = [
  ...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  ...'ÀÈÉÌÒÙàèéìòù',
  ...`.,:;'"-/()&@_+*=%€°#!?`,
];
