import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testEnvironment } from './testEnvironment.ts';

it('keeps tests apart from the sandbox of the person', () => {
  const environment = testEnvironment('/checkout', {});
  assert.equal(environment.SOVD_SANDBOX_STATE, '/checkout/.sandbox-test');
  assert.equal(environment.SOVD_SANDBOX_PORT_GIT, '16930');
});

it('leaves what is set already', () => {
  const given = { SOVD_SANDBOX_PORT_GIT: '3000' };
  assert.equal(
    testEnvironment('/checkout', given).SOVD_SANDBOX_PORT_GIT,
    '3000',
  );
});
