import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { changePlanPermission } from '@sovd/plugin-sovd-deploy-common';
import type { PlanRequest } from '@sovd/plugin-sovd-deploy-common';
import {
  startPortal,
  startWithRelease,
  untilEnded,
} from './__testUtils__/startPortal';
import { testRevision } from './__testUtils__/testRevision';
import { testAnswers } from './__testUtils__/testTarget';

const key = { namespace: 'default', name: 'fleet-staging' };
const upgrade = (version: string): PlanRequest => ({
  kind: 'upgrade',
  input: { version },
});

describe('planning', () => {
  it('plans an upgrade with its pending revision, and gives it again to the same person', async () => {
    const { auditor, client, first, release } = await startWithRelease();
    const commit = release('v1.1.0', {
      'backend/alembic/versions/0002.py': testRevision({
        upgrade: "op.add_column('vehicle', sa.Column('note', sa.Text()))",
        downgrade: "op.drop_column('vehicle', 'note')",
      }),
    });
    const plan = await client.plan(key, upgrade('v1.1.0'));
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'plan-make',
        meta: {
          environmentRef: 'resource:default/fleet-staging',
          kind: 'upgrade',
        },
      }),
    );
    expect(plan).toMatchObject({
      commit,
      fromVersion: `sha-${first.slice(0, 7)}`,
      toVersion: 'v1.1.0',
      images: [
        { component: 'backend', to: { tag: 'v1.1.0' } },
        { component: 'frontend', to: { tag: 'v1.1.0' } },
      ],
      values: [],
      objects: [
        {
          kind: 'ConfigMap',
          action: 'change',
        },
        {
          kind: 'Deployment',
          action: 'change',
          fields: [{ path: 'spec.template.spec.containers[backend].image' }],
        },
        {
          kind: 'Deployment',
          action: 'change',
          fields: [{ path: 'spec.template.spec.containers[frontend].image' }],
        },
      ],
      database: {
        current: ['0001'],
        heads: ['0002'],
        pending: [{ id: '0002', safety: 'expand' }],
        unreadable: [],
      },
      infrastructure: [],
      wayBack: { verdict: 'plain' },
      findings: [],
    });
    expect(Date.parse(plan.expiresAt) - Date.parse(plan.createdAt)).toBe(
      30 * 60_000,
    );
    await expect(client.getPlan(key, plan.digest)).resolves.toEqual(plan);
    const again = await client.plan(key, upgrade('v1.1.0'));
    expect(again.digest).toBe(plan.digest);
  });

  it('applies exactly what was planned, and refuses with what moved', async () => {
    const { client, providers, release, repositoryUrl } =
      await startWithRelease();
    release('v1.1.0');
    const seen = await client.plan(key, upgrade('v1.1.0'));
    providers.sources.push(repositoryUrl, {
      'infrastructure/cloudformation/main.yaml': 'Resources: { Queue: {} }\n',
    });
    // the template comes from the tagged commit: a later one on the branch moves nothing
    const apply = (planDigest: string) =>
      client.startChange(key, { kind: 'upgrade', planDigest, reason: 'News' });
    const { commit } = seen;
    providers.images.push({
      repository: 'localhost:15000/sovd/fleet-backend',
      tag: 'v1.1.0',
      digest: `sha256:${'9'.repeat(64)}`,
    });
    await expect(apply(seen.digest)).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: expect.stringContaining('images: backend') },
    });
    const fresh = await client.plan(key, upgrade('v1.1.0'));
    expect(fresh).toMatchObject({ commit, infrastructure: [] });
    const { id } = await apply(fresh.digest);
    await expect(untilEnded(client, id)).resolves.toMatchObject({
      phase: 'succeeded',
      version: 'v1.1.0',
    });
    await expect(apply(fresh.digest)).rejects.toMatchObject({
      statusCode: 409,
    });
  });

  it('refuses in the plan what has no image, and never lets it be applied', async () => {
    const { client } = await startWithRelease();
    const plan = await client.plan(key, upgrade('v9.9.9'));
    expect(plan).toMatchObject({
      toVersion: 'v9.9.9',
      images: [],
      objects: [],
      findings: [
        {
          rule: 'version-unknown',
          severity: 'blocker',
          headline: 'There is no image v9.9.9 of backend and frontend',
        },
      ],
    });
    await expect(
      client.startChange(key, {
        kind: 'upgrade',
        planDigest: plan.digest,
        reason: 'Anyway',
      }),
    ).rejects.toMatchObject({ statusCode: 409 });
  });

  it('says when there is nothing to do', async () => {
    const { client, first } = await startWithRelease();
    const plan = await client.plan(key, upgrade(`sha-${first}`));
    expect(plan.findings).toMatchObject([
      { rule: 'nothing-to-do', severity: 'blocker' },
    ]);
  });

  it('plans to scale in the files of the repository, and to restart', async () => {
    const { client } = await startWithRelease();
    const scale = await client.plan(key, {
      kind: 'scale',
      input: { backendMin: 4, backendMax: 9 },
    });
    expect(scale).toMatchObject({
      images: [],
      infrastructure: [],
      // pods share the nodes that are paid for
      money: {
        from: { baseline: 437.59 },
        to: { baseline: 437.59 },
        lines: [],
      },
    });
    const restart = await client.plan(key, { kind: 'restart', input: {} });
    expect(restart.values).toMatchObject([
      { path: 'backend.podAnnotations.sovd.io/restarted-at' },
      { path: 'frontend.podAnnotations.sovd.io/restarted-at' },
      { path: 'vehicleConnector.podAnnotations.sovd.io/restarted-at' },
    ]);
    expect(restart.values[0].to).toBe(restart.createdAt);
    const { id } = await client.startChange(key, {
      kind: 'restart',
      planDigest: restart.digest,
      reason: 'Fresh memory',
    });
    await expect(untilEnded(client, id)).resolves.toMatchObject({
      phase: 'succeeded',
    });
  });

  it('plans back to a revision that ran here', async () => {
    const { client, first, release } = await startWithRelease();
    release('v1.1.0');
    const { digest } = await client.plan(key, upgrade('v1.1.0'));
    const { id } = await client.startChange(key, {
      kind: 'upgrade',
      planDigest: digest,
      reason: 'News',
    });
    await untilEnded(client, id);
    const back: PlanRequest = { kind: 'rollback', input: { revision: 1 } };
    await expect(client.plan(key, back)).resolves.toMatchObject({
      fromVersion: 'v1.1.0',
      toVersion: `sha-${first.slice(0, 7)}`,
      commit: first,
      wayBack: { verdict: 'plain' },
      findings: [],
    });
    const lost: PlanRequest = { kind: 'rollback', input: { revision: 7 } };
    await expect(client.plan(key, lost)).resolves.toMatchObject({
      findings: [{ rule: 'revision-unknown', severity: 'blocker' }],
    });
  });

  it('has nothing to plan before the first release', async () => {
    const { client, providers } = await startPortal();
    const { repositoryUrl } = await client.registerEnvironment(testAnswers());
    providers.stamp(repositoryUrl, 'fleet');
    await expect(client.plan(key, upgrade('v1.1.0'))).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: expect.stringContaining('create it first') },
    });
  });

  it('shows a plan to nobody who may not plan', async () => {
    const { client, policy, release } = await startWithRelease();
    release('v1.1.0');
    const { digest } = await client.plan(key, upgrade('v1.1.0'));
    policy[changePlanPermission.name] = { result: AuthorizeResult.DENY };
    const forbidden = { statusCode: 403 };
    await expect(client.getPlan(key, digest)).rejects.toMatchObject(forbidden);
    await expect(client.listVersions(key)).rejects.toMatchObject(forbidden);
  });

  it('lists the versions that there are', async () => {
    const { client, first, release } = await startWithRelease();
    release('v1.1.0');
    await expect(client.listVersions(key)).resolves.toMatchObject([
      { tag: 'v1.1.0', running: false },
      {
        tag: `sha-${first}`,
        running: true,
        history: { result: 'succeeded' },
      },
    ]);
  });
});
