import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startWithRelease } from '../__testUtils__/startPortal';

const restart = { kind: 'restart', input: {} } as const;
const fleet = { name: 'fleet-staging' };

async function setUp() {
  const portal = await startWithRelease();
  const { actions, auditor } = portal;
  auditor.createEvent.mockClear();
  const ask = async (name: string, input = {}, who = mockCredentials.user()) =>
    (await actions.invoke({ id: `test:${name}`, input, credentials: who }))
      .output;
  return { ...portal, ask };
}

describe('actions', () => {
  it('are all read-only, and say what they are for', async () => {
    const { actions } = await setUp();
    const { actions: listed } = await actions.list();
    expect(listed.map(({ name }) => name).sort()).toEqual([
      'get-change',
      'get-environment',
      'get-plan',
      'list-changes',
      'list-environments',
      'list-versions',
    ]);
    for (const { attributes, description } of listed) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
      expect(description.length).toBeGreaterThan(40);
    }
  });

  it('stand in docs/actions.md, each with its input', async () => {
    const { actions } = await setUp();
    const { actions: listed } = await actions.list();
    const page = path.resolve(__dirname, '../../../../docs/actions.md');
    const rows = readFileSync(page, 'utf8').matchAll(
      /^\| `sovd-deploy:([\w-]+)` *\| ([^|]+)\|/gm,
    );
    const documented = [...rows].map(([, name, input]) => [
      name,
      (input.match(/(?<=`)\w+(?=\??`)/g) ?? []).sort(),
    ]);
    expect(Object.fromEntries(documented)).toEqual(
      Object.fromEntries(
        listed.map(({ name, schema }) => [
          name,
          Object.keys(schema.input?.properties ?? {}).sort(),
        ]),
      ),
    );
  });

  it('show what the routes show', async () => {
    const { ask, client } = await setUp();
    const key = { namespace: 'default', ...fleet };
    const {
      items: [change],
    } = await client.listChanges(key);
    const plan = await client.plan(key, restart);

    await expect(ask('list-environments', { limit: 5 })).resolves.toMatchObject(
      { items: [{ entityRef: 'resource:default/fleet-staging' }] },
    );
    await expect(ask('get-environment', fleet)).resolves.toMatchObject({
      overview: { environment: { name: 'fleet-staging' } },
    });
    await expect(ask('list-changes', fleet)).resolves.toEqual({
      items: [JSON.parse(JSON.stringify(change))],
    });
    await expect(ask('get-change', { id: change.id })).resolves.toMatchObject({
      change: { id: change.id, phase: 'succeeded' },
      log: expect.arrayContaining([expect.objectContaining({ position: 1 })]),
    });
    await expect(ask('list-versions', fleet)).resolves.toMatchObject({
      items: expect.any(Array),
    });
    await expect(
      ask('get-plan', { ...fleet, digest: plan.digest }),
    ).resolves.toMatchObject({ plan: { digest: plan.digest } });
  });

  it('show nobody what the policy refuses him', async () => {
    const { ask, client, policy } = await setUp();
    const key = { namespace: 'default', ...fleet };
    const {
      items: [{ id }],
    } = await client.listChanges(key);
    policy['sovd.environment.read'] = { result: AuthorizeResult.DENY };
    policy['sovd.change.plan'] = { result: AuthorizeResult.DENY };
    for (const [name, input] of Object.entries({
      'list-environments': {},
      'get-environment': fleet,
      'list-changes': fleet,
      'get-change': { id },
      'list-versions': fleet,
      'get-plan': { ...fleet, digest: 'sha256:0' },
    })) {
      await expect(ask(name, input)).rejects.toThrow("isn't granted to you");
    }
  });

  it('ask with the rights of whoever calls, and show nobody another one’s plan', async () => {
    const { ask, client } = await setUp();
    const key = { namespace: 'default', ...fleet };
    const { digest } = await client.plan(key, restart);
    const other = mockCredentials.user('user:default/somebody-else');
    await expect(
      ask('get-plan', { ...fleet, digest }, other),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('are written down with who called them, also when they failed', async () => {
    const { ask, auditor, event } = await setUp();
    await ask('get-environment', fleet);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'action-read',
        severityLevel: 'low',
        meta: {
          action: 'get-environment',
          input: { namespace: 'default', ...fleet },
          actor: 'user:default/mock',
        },
      }),
    );
    event.fail.mockClear();
    await expect(
      ask('get-environment', { name: 'nowhere' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(event.fail).toHaveBeenCalledTimes(1);
  });
});
