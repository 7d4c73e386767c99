import assert from 'node:assert/strict';

/** All of these words stand in a text, in whatever line. */
export function says(text: string, ...words: (string | RegExp)[]) {
  const line = text.replace(/\s+/g, ' ');
  for (const word of words)
    assert.ok(
      typeof word === 'string' ? line.includes(word) : word.test(line),
      `"${word}" is missing`,
    );
}
