import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replaceRows } from './replaceRows.ts';

const page = `# Performance

<!-- figures: written by bench/main.ts -->
<!-- figures: end -->

after
`;
const row = (figure: string, measured: string) => ({
  figure,
  goal: 'g',
  measured,
  against: 'a | b',
  verdict: 'met',
});

test('rows take the place of those of the same figure, the others stay', () => {
  const order = ['one', 'two'];
  const first = replaceRows(
    page,
    [row('two', '2'), row('one', '1')],
    'Mon',
    order,
  );
  const second = replaceRows(first, [row('two', '3')], 'Tue', order);
  const lines = second.split('\n').filter(text => text.startsWith('| '));
  assert.deepEqual(lines.slice(2), [
    '| one | g | 1 | a \\| b | met | Mon |',
    '| two | g | 3 | a \\| b | met | Tue |',
  ]);
  assert.ok(second.startsWith('# Performance') && second.endsWith('after\n'));
  assert.equal(replaceRows(second, [row('two', '3')], 'Tue', order), second);
});

test('a page without a place for them is refused', () => {
  assert.throws(() => replaceRows('text', [], 'Mon', []), /no place/);
});
