import type {
  PlanRequest,
  SovdDeployApi,
} from '@sovd/plugin-sovd-deploy-common';
import request from 'supertest';
import { parse } from 'yaml';
import { startWithRelease, untilEnded } from './__testUtils__/startPortal';
import { until } from './__testUtils__/until';

const base = '/api/sovd-deploy/v1';
const key = { namespace: 'default', name: 'fleet-staging' };
const RELEASE = 'fleet-staging';
const RECORD = 'environments/staging/release.yaml';

/** Plans something and has it done. */
async function change(client: SovdDeployApi, wanted: PlanRequest) {
  const { digest, findings } = await client.plan(key, wanted);
  expect(findings.filter(({ severity }) => severity === 'blocker')).toEqual([]);
  return client.startChange(key, {
    kind: wanted.kind,
    planDigest: digest,
    reason: 'Wanted',
  });
}

const upgrade = (version: string): PlanRequest => ({
  kind: 'upgrade',
  input: { version },
});

describe('changing', () => {
  it('upgrades to what was planned, and writes it down', async () => {
    const { auditor, client, first, providers, release, repositoryUrl } =
      await startWithRelease();
    const commit = release('v1.1.0');
    const started = await change(client, upgrade('v1.1.0'));
    expect(started).toMatchObject({
      kind: 'upgrade',
      phase: 'running',
      version: 'v1.1.0',
      fromVersion: `sha-${first.slice(0, 7)}`,
      planDigest: expect.stringMatching(/^sha256:/),
      reason: 'Wanted',
      requestedBy: 'user:default/mock',
    });
    const ended = await untilEnded(client, started.id);
    expect(ended).toMatchObject({ phase: 'succeeded', revision: 2 });
    expect(ended.stages.map(({ phase }) => phase)).toEqual(
      Array(5).fill('succeeded'),
    );
    const files = providers.sources.filesOf(repositoryUrl);
    expect(parse(files[RECORD]).release).toMatchObject({
      revision: 2,
      version: 'v1.1.0',
      commit,
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'change-start',
        meta: expect.objectContaining({ kind: 'upgrade' }),
      }),
    );
  });

  it('lets one of two upgrades at once win; the other hears of it and keeps its plan', async () => {
    const { client, providers, release } = await startWithRelease();
    release('v1.1.0');
    const { digest } = await client.plan(key, upgrade('v1.1.0'));
    providers.deployer.hangNext(RELEASE);
    const running = await change(client, upgrade('v1.1.0'));
    const second = client.startChange(key, {
      kind: 'upgrade',
      planDigest: digest,
      reason: 'Me too',
    });
    await expect(second).rejects.toMatchObject({
      statusCode: 409,
      cause: {
        message: expect.stringContaining(
          `fleet-staging is busy with the upgrade change to v1.1.0 of user:default/mock (${running.id})`,
        ),
      },
    });
    await expect(client.listChanges(key)).resolves.toMatchObject({
      items: { length: 2 },
    });
    await client.abortChange(running.id);
    await untilEnded(client, running.id);
  });

  it('shows the first cause of a version that fails, and goes on saying what runs', async () => {
    const { client, first, providers, release, repositoryUrl } =
      await startWithRelease();
    release('v1.1.0-crash');
    providers.deployer.failNext(RELEASE, 'context deadline exceeded');
    const { id } = await change(client, upgrade('v1.1.0-crash'));
    const version = `sha-${first.slice(0, 7)}`;
    const ended = await untilEnded(client, id);
    expect(ended).toMatchObject({
      phase: 'failed',
      finding: {
        headline: `Release fleet-staging failed; customers are still served by ${version}`,
        cause: 'context deadline exceeded',
      },
    });
    expect(ended.stages.map(({ phase }) => phase)).toEqual([
      'succeeded',
      'succeeded',
      'failed',
      'skipped',
      'skipped',
    ]);
    const [runs] = providers.deployer.historyOf(RELEASE);
    expect(runs).toMatchObject({ revision: 3, description: 'Rollback to 1' });
    const { headline, release: part } = await client.getOverview(key);
    expect(headline.headline).toContain(`still served by ${version}`);
    expect(part).toMatchObject({
      value: {
        revision: 3,
        commit: first,
        images: [{ tag: `sha-${first}` }, { tag: `sha-${first}` }],
      },
    });
    const files = providers.sources.filesOf(repositoryUrl);
    expect(parse(files[RECORD]).release).toMatchObject({
      revision: 3,
      commit: first,
    });
  });

  it('stops a change on demand, takes its release back, and says so', async () => {
    const { auditor, client, first, providers, release, server } =
      await startWithRelease();
    release('v1.1.0');
    providers.deployer.hangNext(RELEASE);
    const { id } = await change(client, upgrade('v1.1.0'));
    await until(
      () =>
        providers.deployer.historyOf(RELEASE)[0].status === 'pending-upgrade',
    );
    const response = await request(server).post(`${base}/changes/${id}/abort`);
    expect(response.status).toBe(202);
    expect(response.body.abort).toMatchObject({
      requestedBy: 'user:default/mock',
    });

    const ended = await untilEnded(client, id);
    expect(ended).toMatchObject({
      phase: 'aborted',
      finding: {
        rule: 'change-aborted',
        severity: 'info',
        headline: 'Stopped by user:default/mock',
        cause: `sha-${first.slice(
          0,
          7,
        )} runs as revision 3. What a migration has changed in the database stays`,
      },
    });
    expect(ended.stages.map(({ phase }) => phase)).toEqual([
      'succeeded',
      'succeeded',
      'aborted',
      'skipped',
      'skipped',
    ]);
    const overview = await client.getOverview(key);
    expect(overview.health).toBe('healthy');
    expect(overview.release).toMatchObject({
      value: { revision: 3, commit: first },
    });
    await expect(client.abortChange(id)).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: expect.stringContaining('already been stopped') },
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'change-abort',
        meta: {
          environmentRef: 'resource:default/fleet-staging',
          changeId: id,
        },
      }),
    );
    // and the environment is free for the next one
    const next = await change(client, upgrade('v1.1.0'));
    await expect(untilEnded(client, next.id)).resolves.toMatchObject({
      phase: 'succeeded',
    });
  });

  it('scales in Git, and the registry follows', async () => {
    const { client, providers, repositoryUrl } = await startWithRelease();
    const { id } = await change(client, {
      kind: 'scale',
      input: { backendMin: 5, backendMax: 9 },
    });
    const ended = await untilEnded(client, id);
    expect(ended).toMatchObject({ phase: 'succeeded' });
    expect(ended.stages.slice(0, 2).map(({ phase }) => phase)).toEqual([
      'skipped',
      'skipped',
    ]);
    const files = providers.sources.filesOf(repositoryUrl);
    expect(files['environments/staging/environment.yaml']).toContain(
      'backendMin: 5',
    );
    const { environment } = await client.getOverview(key);
    expect(environment.answers).toMatchObject({
      backendMin: 5,
      backendMax: 9,
      backendReplicas: 5,
    });
  });

  it('restarts with values on top, and touches no stack', async () => {
    const { client, providers } = await startWithRelease();
    const advance = jest.spyOn(providers.stacks, 'advance');
    const { id } = await change(client, { kind: 'restart', input: {} });
    await expect(untilEnded(client, id)).resolves.toMatchObject({
      phase: 'succeeded',
      revision: 2,
    });
    expect(advance).not.toHaveBeenCalled();
    const [restarted] = [...providers.deployer.requests].reverse();
    expect(JSON.stringify(restarted.values)).toContain('sovd.io/restarted-at');
  });
});
