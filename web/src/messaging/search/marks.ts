/** The words that were typed, as they are compared: small, without «ё» and quotation marks. */
export const wordsOf = (typed: string): string[] =>
  (fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);

/**
 * Whether a word on the screen is likely a form of a typed one. The server knows the stems and has found the message;
 * here it is enough that the beginnings agree, up to an ending of one or two letters.
 */
export function meansOneOf(word: string, wanted: readonly string[]): boolean {
  const folded = fold(word);
  return wanted.some((typed) => {
    if (folded.startsWith(typed)) return true;
    const stem = typed.slice(0, typed.length - (typed.length > 5 ? 2 : typed.length > 3 ? 1 : 0));
    return folded.startsWith(stem) && folded.length <= typed.length + 3;
  });
}

const fold = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е');
