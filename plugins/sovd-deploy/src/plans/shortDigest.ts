/** The first twelve digits, four at a time: easier to compare by eye. */
export function shortDigest(digest: string): string {
  const digits = digest.replace('sha256:', '').slice(0, 12);
  return digits.replace(/(.{4})(?=.)/g, '$1 ');
}
