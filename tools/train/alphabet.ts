/** What the network tells apart: no character at all (dirt, remains of walls, scribbles) and what stands in combs. */
export const noCharacter = '';
export const alphabet: readonly string[] = [noCharacter, ...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÀÈÉÌÒÙ', ...".'-/"];
