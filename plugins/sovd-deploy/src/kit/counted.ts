/** `1 pod`, `3 pods`; `no pod` for none. */
export function counted(count: number, noun: string, plural = `${noun}s`) {
  if (count === 0) return `no ${noun}`;
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** The first letter as a capital: how a sentence begins. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
