import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { printed } from '../sandbox/src/__testUtils__/printed.ts';
import { serve } from '../sandbox/src/__testUtils__/serve.ts';
import { testSettings } from '../sandbox/src/__testUtils__/testSettings.ts';
import { example } from './example.ts';

const changes =
  '/api/sovd-deploy/v1/environments/default/telematics-staging/changes';
const tasks = '/api/scaffolder/v2/tasks';

/** A portal with these changes of the environment, whose task tells these events. */
async function portal(
  t: TestContext,
  { events = [], found }: { events?: object[]; found?: object[] },
) {
  const { calls, port } = await serve(t, ({ method, target }) => {
    if (target === '/api/auth/guest/refresh') {
      return [200, { backstageIdentity: { token: 'of-the-guest' } }];
    }
    if (target === changes) {
      return found
        ? [200, { items: found }]
        : [404, { error: { message: 'not managed' } }];
    }
    if (method === 'POST' && target === tasks) return [201, { id: 'task' }];
    if (target === `${tasks}/task/events?after=0`) return [200, events];
    return [500, 'unexpected'];
  });
  const settings = { ...(await testSettings(t)), portalPort: port };
  return { calls, settings };
}

describe('example', () => {
  test('has the template’s task make it, and follows it to its end', async t => {
    const { calls, settings } = await portal(t, {
      events: [
        { id: 1, type: 'log', body: { stepId: 'fetch', message: 'Laid out' } },
        { id: 2, type: 'completion', body: { status: 'completed' } },
      ],
    });
    const text = printed(t);
    assert.equal(await example(settings), 0);
    assert.match(text(), / {2}fetch {5}Laid out\n/);
    assert.match(text(), /catalog\/default\/resource\/telematics-staging\n/);
    const order = calls.find(
      ({ method, target }) => method === 'POST' && target === tasks,
    );
    assert.equal(order?.headers.authorization, 'Bearer of-the-guest');
    const { templateRef, values } = JSON.parse(order?.body ?? '{}');
    assert.equal(templateRef, 'template:default/sovd-webapp');
    assert.equal(values.name, 'telematics');
    assert.equal(values.answers.target, 'sandbox');
  });

  test('makes nothing when it stands already', async t => {
    const found = [
      { kind: 'upgrade', phase: 'failed' },
      { kind: 'create', phase: 'succeeded' },
    ];
    const { calls, settings } = await portal(t, { found });
    const text = printed(t);
    assert.equal(await example(settings), 0);
    assert.match(text(), /stands already/);
    assert.deepEqual(
      calls.map(({ target }) => target),
      ['/api/auth/guest/refresh', changes],
    );
  });

  test('goes on with a creation that failed, and says how it ended', async t => {
    const { settings } = await portal(t, {
      found: [{ kind: 'create', phase: 'failed' }],
      events: [{ id: 1, type: 'completion', body: { status: 'failed' } }],
    });
    printed(t);
    t.mock.method(process.stderr, 'write', () => true);
    assert.equal(await example(settings), 1);
  });

  test('says what to start when no portal answers', async t => {
    const settings = { ...(await testSettings(t)), portalPort: 9 };
    await assert.rejects(example(settings), /run ".\/yarnw start" first/);
  });
});
