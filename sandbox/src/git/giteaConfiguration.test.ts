import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { testSettings } from '../__testUtils__/testSettings.ts';
import { giteaConfiguration } from './giteaConfiguration.ts';

const secrets = {
  database: 'a;b',
  secretKey: 'key',
  internalToken: 'token',
  signingKey: 'signing',
};

/** `section.KEY` to value, as INI files are read. */
async function configuration(t: TestContext) {
  const settings = await testSettings(t, { git: 6004, postgres: 6005 });
  const text = giteaConfiguration(settings, {
    ...{ staticRoot: '/pages', user: 'nobody', secrets },
  });
  const values = new Map<string, string>();
  let section = '';
  for (const line of text.split('\n').filter(Boolean)) {
    const name = /^\[(.+)\]$/.exec(line)?.[1];
    if (name) section = `${name}.`;
    else {
      const [, key, value] = /^(\w+) = (.*)$/.exec(line) ?? [];
      assert.ok(key, line);
      values.set(section + key, value);
    }
  }
  return { settings, values };
}

test('it listens on loopback and speaks with the sandbox’s own PostgreSQL, over TLS', async t => {
  const { values } = await configuration(t);
  assert.equal(values.get('server.HTTP_ADDR'), '127.0.0.1');
  assert.equal(values.get('server.HTTP_PORT'), '6004');
  assert.equal(values.get('server.ROOT_URL'), 'http://localhost:6004/');
  assert.equal(values.get('server.DISABLE_SSH'), 'true');
  assert.equal(values.get('database.HOST'), '127.0.0.1:6005');
  assert.equal(values.get('database.SSL_MODE'), 'require');
});

test('nobody signs up, and nothing is fetched from elsewhere', async t => {
  const { values } = await configuration(t);
  assert.equal(values.get('security.INSTALL_LOCK'), 'true');
  assert.equal(values.get('service.DISABLE_REGISTRATION'), 'true');
  assert.equal(values.get('server.OFFLINE_MODE'), 'true');
  assert.equal(values.get('cron.update_checker.ENABLED'), 'false');
});

test('a value with a meaning of its own is quoted', async t => {
  const { values } = await configuration(t);
  assert.equal(values.get('database.PASSWD'), '`a;b`');
  assert.equal(values.get('security.SECRET_KEY'), 'key');
});

test('all data lie in the state', async t => {
  const { settings, values } = await configuration(t);
  for (const key of ['WORK_PATH', 'server.APP_DATA_PATH', 'repository.ROOT']) {
    assert.ok(values.get(key)?.startsWith(`${settings.state}/`), key);
  }
});
