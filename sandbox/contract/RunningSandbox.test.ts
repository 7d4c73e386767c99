import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunningSandbox, until } from './RunningSandbox.ts';

test('looking goes on over errors and ends with what is found', async () => {
  const looks = [new Error('not yet'), undefined, false, 'found'] as const;
  let count = 0;
  const found = await until('it', async () => {
    const look = looks[count];
    count += 1;
    if (look instanceof Error) throw look;
    return look;
  });
  assert.equal(found, 'found');
  assert.equal(count, looks.length);
});

test('what never comes is named, with the last reason', async () => {
  const looking = until('rain', () => Promise.reject(new Error('sun')), 60);
  await assert.rejects(looking, /rain did not happen within 60 ms: .*sun/);
});

test('a namespace is this test’s own; Helm’s failure is an answer', async t => {
  const sandbox = new RunningSandbox();
  const namespace = await sandbox.namespace('own');
  t.after(() => sandbox.remove(namespace));
  const names = await sandbox.kubectl.run(['get', 'namespace', '-o', 'name']);
  assert.ok(names.split('\n').includes(`namespace/${namespace}`));
  const answer = await sandbox.helm(['status', 'nothing', '-n', namespace]);
  assert.equal(answer.failed, true);
  assert.match(answer.output, /not found/);
});

test('the administrator reaches the databases', async () => {
  const rows = await new RunningSandbox().withDatabase('postgres', client =>
    client.query<{ user: string }>('SELECT current_user AS user'),
  );
  assert.deepEqual(rows.rows, [{ user: 'sandbox' }]);
});
