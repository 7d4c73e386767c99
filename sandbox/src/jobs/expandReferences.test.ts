import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expandReferences } from './expandReferences.ts';

const values: Record<string, string> = { A: 'x', B: '$(A)' };

for (const [text, expected] of [
  ['$(A)/$(A)', 'x/x'],
  ['$(B)', '$(A)'],
  ['$(NOPE)', '$(NOPE)'],
  ['$$(A)', '$(A)'],
  ['$A ${A}', '$A ${A}'],
]) {
  test(`${text} becomes ${expected}`, () => {
    assert.equal(
      expandReferences(text, name => values[name]),
      expected,
    );
  });
}
