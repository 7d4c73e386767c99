import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sandboxState } from './sandboxState.fixture.ts';

test('variables are read as the portal reads them, anew each time', async t => {
  const { write } = sandboxState(t);
  const { sandboxVariable } = await import('./sandbox.ts');
  write({ SANDBOX_DATA: '"/home/my project/.sandbox"', SANDBOX_B: 'a==' });
  assert.equal(sandboxVariable('SANDBOX_DATA'), '/home/my project/.sandbox');
  assert.equal(sandboxVariable('SANDBOX_B'), 'a==');
  write({ SANDBOX_B: 'other' });
  assert.equal(sandboxVariable('SANDBOX_B'), 'other');
});

test('one that the sandbox did not write is named', async t => {
  const { write } = sandboxState(t);
  const { sandboxVariable } = await import('./sandbox.ts');
  write({});
  assert.throws(() => sandboxVariable('SANDBOX_HELM'), /no SANDBOX_HELM/);
});
