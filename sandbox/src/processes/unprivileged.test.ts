import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from './runProgram.ts';
import { nobody, unprivileged, unprivilegedWay } from './unprivileged.ts';

test('the program does not see itself as root', async () => {
  const { program, args } = unprivileged('id', ['-u']);
  const uid = Number(await runProgram(program, args));
  assert.notEqual(uid, 0);
});

const isRoot = process.getuid?.() === 0;

test(
  'with a changed user it passes folders that only root may enter',
  { skip: isRoot ? false : 'only root changes the user' },
  async () => {
    const { program, args } = unprivileged(
      'sh',
      ['-c', 'id -u; ls /root >/dev/null && echo entered'],
      'changed user',
    );
    const output = await runProgram(program, args);
    assert.equal(output, `${nobody}\nentered\n`);
  },
);

test('a plain user needs nothing', { skip: isRoot ? 'is root' : false }, () => {
  assert.equal(unprivilegedWay(), 'as is');
  assert.deepEqual(unprivileged('id', []), { program: 'id', args: [] });
});
