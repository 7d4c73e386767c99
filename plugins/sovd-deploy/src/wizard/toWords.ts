/** Words of a text that commas or blanks separate. */
export function toWords(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}
