import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { SovdDeployServer } from '../__testUtils__/SovdDeployServer';
import { upgradePlan } from '../__testUtils__/upgradePlan';
import { createChangePlanAction } from './createChangePlanAction';
import type { PlanInput } from './toPlanRequest';

const environmentRef = 'resource:default/fleet-staging';
const planUrl = `/catalog/default/resource/fleet-staging/environment/plans/${upgradePlan.digest}`;

function findingOf(
  severity: Finding['severity'],
  headline: string,
  ...steps: string[]
): Finding {
  const nextSteps = steps.map(label => ({ label }));
  return { rule: 'any', severity, headline, cause: 'A cause.', nextSteps };
}

describe('sovd:change:plan', () => {
  let server: SovdDeployServer;
  const logger = mockServices.logger.mock();
  beforeEach(() => {
    jest.clearAllMocks();
    server = new SovdDeployServer();
    server.register({
      name: 'fleet',
      owner: 'group:default/platform',
      environment: 'staging',
      target: 'sandbox',
    });
  });
  afterEach(() => server.close());

  function run(
    input: Partial<PlanInput & { environmentRef: string }> = {
      version: '2.5.0',
    },
  ) {
    const ctx = createMockActionContext({
      input: { environmentRef, kind: 'upgrade' as const, ...input },
      logger,
    });
    const action = createChangePlanAction(server.connection);
    return { ctx, handled: action.handler(ctx) };
  }

  it('hands on what the portal planned, asked on behalf of the initiator', async () => {
    const { ctx, handled } = run();
    await handled;
    expect(server.planRequests).toEqual([
      { kind: 'upgrade', input: { version: '2.5.0' } },
    ]);
    expect(Object.fromEntries(jest.mocked(ctx.output).mock.calls)).toEqual({
      digest: upgradePlan.digest,
      planUrl,
      expiresAt: '2026-01-01T00:30:00Z',
      wayBack: 'plain',
      pendingRevisions: 1,
      changes: [
        'backend becomes 2.5.0, now sha-1f0c2ab',
        'config.logLevel becomes "DEBUG", now "INFO"',
        'ConfigMap fleet-staging-config changes',
        'Revision 0003 Add vehicle.note runs: only adds',
      ],
    });
    expect(server.tokens).toEqual([
      expect.stringMatching(/"obo":"user:default\/mock".*"sovd-deploy"/),
    ]);
  });

  it('tells the plan in the log, and its address last', async () => {
    await run().handled;
    const lines = logger.info.mock.calls.flat();
    expect(lines[0]).toMatch(/^Upgrade .* from sha-1f0c2ab to 2\.5\.0$/);
    expect(lines).toContain('Infrastructure: nothing changes');
    expect(lines.at(-1)).toBe(
      `Can be applied until 2026-01-01T00:30:00Z: ${planUrl}`,
    );
  });

  it('counts no revision that a rollback leaves in the database', async () => {
    const { ctx, handled } = run({ kind: 'rollback', revision: 4 });
    await handled;
    expect(ctx.output).toHaveBeenCalledWith('pendingRevisions', 0);
  });

  it('refuses with every blocker after the plan was told, and hands on nothing', async () => {
    server.plan = {
      ...upgradePlan,
      findings: [
        findingOf('blocker', 'Two heads', 'Merge them', 'Tag again'),
        findingOf('warning', 'Nodes are full'),
        findingOf('blocker', 'No such image'),
      ],
    };
    const { ctx, handled } = run();
    await expect(handled).rejects.toMatchObject({
      name: 'InputError',
      message: [
        'Two heads\nA cause.\nNext: Merge them\nNext: Tag again',
        'No such image\nA cause.',
        `See ${planUrl}`,
      ].join('\n\n'),
    });
    expect(ctx.output).not.toHaveBeenCalled();
    expect(logger.info).toHaveBeenCalledWith('Infrastructure: nothing changes');
    expect(logger.warn.mock.calls).toEqual([['Nodes are full\nA cause.']]);
  });

  it('lets warnings and what is good to know pass into the log', async () => {
    server.plan = {
      ...upgradePlan,
      findings: [
        findingOf('warning', 'Nodes are full', 'Add one'),
        findingOf('info', 'Nothing restarts'),
      ],
    };
    const { ctx, handled } = run();
    await handled;
    expect(logger.warn.mock.calls).toEqual([
      ['Nodes are full\nA cause.\nNext: Add one'],
    ]);
    expect(logger.info).toHaveBeenCalledWith('Nothing restarts\nA cause.');
    expect(ctx.output).toHaveBeenCalledWith('digest', upgradePlan.digest);
  });

  it('asks for nothing when the input fits no plan', async () => {
    await expect(run({ kind: 'scale' }).handled).rejects.toThrow(
      /needs backendMin/,
    );
    await expect(run({ environmentRef: 'fleet' }).handled).rejects.toThrow(
      /is no environment/,
    );
    expect(server.planRequests).toEqual([]);
  });

  it("passes on the portal's refusal", async () => {
    const { handled } = run({
      environmentRef: 'resource:default/other',
      version: '2.5.0',
    });
    await expect(handled).rejects.toMatchObject({
      name: 'NotFoundError',
      message: "resource:default/other isn't registered",
    });
  });

  it('works in a dry run, since planning changes nothing', async () => {
    expect(createChangePlanAction(server.connection).supportsDryRun).toBe(true);
    await run().handled;
    expect(server.changes).toEqual([]);
  });
});
