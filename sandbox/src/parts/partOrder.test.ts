import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Part } from './Part.ts';
import { inOrder } from './partOrder.ts';
import { sandboxParts } from './sandboxParts.ts';

function part(name: string, ...after: string[]): Part {
  return {
    name,
    after,
    command: () => Promise.reject(new Error('not run')),
    isReady: async () => true,
  };
}

const names = (parts: readonly Part[]) => parts.map(({ name }) => name);

test('each part stands behind those that it comes after', () => {
  const parts = [part('c', 'b', 'a'), part('b', 'a'), part('a'), part('d')];
  assert.deepEqual(names(inOrder(parts)), ['a', 'b', 'c', 'd']);
});

test('an unknown name, a double one and a circle are refused', () => {
  assert.throws(() => inOrder([part('a', 'x')]), /comes after "x"/);
  assert.throws(() => inOrder([part('a'), part('a')]), /one name/);
  const circle = [part('a', 'b'), part('b', 'a')];
  assert.throws(() => inOrder(circle), /wait for one another: a, b/);
});

test("the sandbox's own parts have an order", () => {
  assert.equal(inOrder(sandboxParts).length, sandboxParts.length);
});
