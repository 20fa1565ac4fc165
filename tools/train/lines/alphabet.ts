/** What Italian forms hold by print and typewriters. */
export const italianCharacters: readonly string[] = [
  ...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  ...'ÀÈÉÌÒÙàèéìòù',
  ...`.,:;'"-/()&@_+*=%€°#!?`,
];

/** What the line network writes besides nothing. English letters and forms hold a few signs more. */
export const lineAlphabet: readonly string[] = [...italianCharacters, ...'$[]'];
