import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawArrows, replaceArrows } from './drawArchitecture.ts';
import { packageArrows } from './packageArrows.ts';

const page = `before
<!-- arrows: drawn from the imports by tools/structure/structure.test.ts -->
old
<!-- arrows: end -->
after
`;

test('every package has a box, every arrow joins two of them', () => {
  const picture = drawArrows([
    { from: 'packages/app', to: 'plugins/sovd-deploy', file: 'x' },
  ]);
  const boxes = [...picture.matchAll(/^ {2}(\w+)\["(.+)"\]$/gm)];
  assert.deepEqual(
    boxes.map(box => box[2]),
    Object.keys(packageArrows),
  );
  assert.equal(new Set(boxes.map(box => box[1])).size, boxes.length);
  const [, from, to] = /^ {2}(\w+) --> (\w+)$/m.exec(picture) ?? [];
  const ids = boxes.map(box => box[1]);
  assert.ok(ids.includes(from) && ids.includes(to) && from !== to);
});

test('only what stands between the markers is replaced, again and again alike', () => {
  const drawn = replaceArrows(page, 'NEW');
  assert.match(
    drawn,
    /^before\n<!--[^\n]*\n\nNEW\n\n<!-- arrows: end -->\nafter\n$/,
  );
  assert.equal(replaceArrows(drawn, 'NEW'), drawn);
});

test('a page without a place for them is refused', () => {
  assert.throws(() => replaceArrows('text', 'NEW'), /no place/);
});
