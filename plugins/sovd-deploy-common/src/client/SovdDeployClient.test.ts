import {
  answersWith,
  testTarget as target,
} from '../__testUtils__/testAnswers';
import type { ProposalRequest } from '../stamps/proposal';
import { SovdDeployClient } from './SovdDeployClient';

const key = { namespace: 'default', name: 'fleet/staging' };
const at = '2026-11-21T10:00:00.000Z';

const change = {
  id: '7',
  environmentRef: 'resource:default/fleet-staging',
  kind: 'create',
  phase: 'running',
  stages: [],
  requestedBy: 'user:default/ann',
  createdAt: at,
};
const answers = answersWith();
const environment = {
  id: '1',
  entityRef: 'resource:default/fleet-staging',
  name: 'fleet-staging',
  answers,
  repositoryUrl: 'http://localhost:15930/sovd/fleet',
  region: 'us-east-1',
  accountId: '123456789012',
  cluster: 'embedded',
  namespace: 'fleet-staging',
  releaseName: 'fleet-staging',
  stackName: 'fleet-staging',
  createdBy: 'user:default/ann',
  createdAt: at,
};
const absent = { state: 'absent', headline: 'None', reason: 'Not yet' };
const overview = {
  environment,
  health: 'unknown',
  headline: {
    rule: 'r',
    severity: 'info',
    headline: 'h',
    cause: 'c',
    nextSteps: [],
  },
  stack: absent,
  release: absent,
  rollout: absent,
  databaseMigration: absent,
  cost: absent,
  channel: 'random',
};

const plan = {
  digest: `sha256:${'0a'.repeat(32)}`,
  environmentRef: 'resource:default/fleet-staging',
  request: { kind: 'upgrade', input: { version: '2.5.0' } },
  commit: '0'.repeat(40),
  fromVersion: '2.4.1',
  toVersion: '2.5.0',
  images: [],
  values: [],
  objects: [],
  unchangedObjects: 7,
  database: { current: [], heads: [], pending: [], unreadable: [] },
  infrastructure: [],
  wayBack: { verdict: 'plain', reason: 'Nothing changes.' },
  findings: [],
  createdAt: at,
  expiresAt: at,
};
const record = {
  apiVersion: 'sovd.io/v1',
  kind: 'TemplateRecord',
  application: 'fleet',
  template: { name: 'sovd-webapp', version: '0.4.0' },
  environments: {},
  files: {},
};
const stamp = {
  application: 'fleet',
  repositoryUrl: environment.repositoryUrl,
  commit: plan.commit,
  record,
  files: [{ path: 'README.md', content: '', executable: false }],
};
const standing = {
  application: 'fleet',
  repositoryUrl: environment.repositoryUrl,
  commit: plan.commit,
  template: 'sovd-webapp',
  upgradable: false,
  breaking: false,
  environments: [],
  drift: [],
  proposals: [],
};
const proposal: ProposalRequest = {
  purpose: { kind: 'environment', environment: 'qa' },
  base: plan.commit,
  title: 'Add fleet-qa',
  body: '',
  files: stamp.files,
};
const version = { tag: '2.5.0', digest: plan.digest, running: true };
const plansPath = '/v1/environments/default/fleet%2Fstaging/plans';

/** A client whose every request gets the same answer. */
function clientAnswered(body: unknown, status = 200) {
  const fetch = jest.fn(
    async (_url: string, _init: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new SovdDeployClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as typeof globalThis.fetch },
  });
  const asked = () => {
    const [url, { method = 'GET', body: sent }] = fetch.mock.calls[0];
    const path = url.replace('http://portal/api/sovd-deploy', '');
    return sent === undefined
      ? [method, path]
      : [method, path, JSON.parse(String(sent))];
  };
  return { asked, client, fetch };
}

describe('SovdDeployClient', () => {
  type Case = [
    name: string,
    ask: (client: SovdDeployClient) => Promise<unknown>,
    request: unknown[],
    body: unknown,
    result: unknown,
  ];
  const page = {
    items: [],
    total: 0,
    counts: { degraded: 0, unknown: 0, progressing: 0, healthy: 0 },
    sharedCauses: [],
    owners: [],
    channel: 'fleet',
  };
  const cases: Case[] = [
    [
      'lists targets',
      client => client.listTargets(),
      ['GET', '/v1/targets'],
      { items: [target] },
      [target],
    ],
    [
      'validates answers as they are',
      client => client.validate({ name: 'X' }),
      ['POST', '/v1/validations', { answers: { name: 'X' } }],
      { findings: [] },
      { findings: [] },
    ],
    [
      'lists versions',
      client => client.listVersions(key),
      ['GET', '/v1/environments/default/fleet%2Fstaging/versions'],
      { items: [version] },
      [version],
    ],
    [
      'has a change planned',
      client =>
        client.plan(key, { kind: 'upgrade', input: { version: '2.5.0' } }),
      ['POST', plansPath, plan.request],
      plan,
      plan,
    ],
    [
      'reads a plan again',
      client => client.getPlan(key, plan.digest),
      ['GET', `${plansPath}/sha256%3A${'0a'.repeat(32)}`],
      plan,
      plan,
    ],
    [
      'aborts a change',
      client => client.abortChange('7'),
      ['POST', '/v1/changes/7/abort', {}],
      change,
      change,
    ],
    [
      'registers an environment',
      client => client.registerEnvironment(answers),
      ['POST', '/v1/environments', { answers }],
      environment,
      environment,
    ],
    [
      'lists environments',
      client => client.listEnvironments(),
      ['GET', '/v1/environments'],
      page,
      page,
    ],
    [
      'lists the next page',
      client => client.listEnvironments({ cursor: 'a+b=', limit: 5 }),
      ['GET', '/v1/environments?cursor=a%2Bb%3D&limit=5'],
      page,
      page,
    ],
    [
      'asks only for what is wanted',
      client =>
        client.listEnvironments({
          health: 'degraded',
          owner: 'group:default/a',
          text: '',
          tier: undefined,
        }),
      ['GET', '/v1/environments?health=degraded&owner=group%3Adefault%2Fa'],
      page,
      page,
    ],
    [
      'lists registrations',
      client => client.listRegistrations({ limit: 200 }),
      ['GET', '/v1/registrations?limit=200'],
      { items: [environment] },
      { items: [environment] },
    ],
    [
      'gets an overview, whatever its name',
      client => client.getOverview(key),
      ['GET', '/v1/environments/default/fleet%2Fstaging'],
      overview,
      overview,
    ],
    [
      'lists changes',
      client => client.listChanges(key, { cursor: 'c', limit: 5 }),
      [
        'GET',
        '/v1/environments/default/fleet%2Fstaging/changes?cursor=c&limit=5',
      ],
      { items: [change], nextCursor: 'd' },
      { items: [change], nextCursor: 'd' },
    ],
    [
      'starts a change',
      client => client.startChange(key, { kind: 'create', reason: 'First' }),
      [
        'POST',
        '/v1/environments/default/fleet%2Fstaging/changes',
        { kind: 'create', reason: 'First' },
      ],
      change,
      change,
    ],
    [
      'gets a change',
      client => client.getChange('../7'),
      ['GET', '/v1/changes/..%2F7'],
      change,
      change,
    ],
    [
      'gets the log from its beginning',
      client => client.getChangeLog('7'),
      ['GET', '/v1/changes/7/log?after=0'],
      { items: [] },
      { items: [] },
    ],
    [
      'gets the log behind a position',
      client => client.getChangeLog('7', 12),
      ['GET', '/v1/changes/7/log?after=12'],
      { items: [{ position: 13, at, stage: 'stack', text: 'one' }] },
      { items: [{ position: 13, at, stage: 'stack', text: 'one' }] },
    ],
    [
      'gets a stamp',
      client => client.getStamp('fleet'),
      ['GET', '/v1/applications/fleet/stamp'],
      stamp,
      stamp,
    ],
    [
      'gets how a repository stands to its template, whatever its name',
      client => client.getTemplateStatus('../fleet'),
      ['GET', '/v1/applications/..%2Ffleet/template'],
      standing,
      standing,
    ],
    [
      'proposes a stamp',
      client => client.propose('fleet', proposal),
      ['POST', '/v1/applications/fleet/proposals', proposal],
      { state: 'unchanged', conflicts: [] },
      { state: 'unchanged', conflicts: [] },
    ],
  ];

  it.each(cases)('%s', async (_, ask, request, body, result) => {
    const { asked, client } = clientAnswered(body);
    await expect(ask(client)).resolves.toEqual(result);
    expect(asked()).toEqual(request);
  });

  it('sends a token only when it is given one, and passes the signal on', async () => {
    const { client, fetch } = clientAnswered(change);
    const { signal } = new AbortController();
    await client.getChange('7', { token: 'secret', signal });
    await client.getChange('7');
    const [withToken, without] = fetch.mock.calls.map(([, init]) => init);
    expect(withToken.signal).toBe(signal);
    expect(withToken.headers).toEqual({ Authorization: 'Bearer secret' });
    expect(without.headers).toEqual({});
  });

  it.each([
    [403, 'NotAllowedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
  ])("rejects with the response's error on %i", async (status, name) => {
    const body = {
      error: { name, message: 'because' },
      response: { statusCode: status },
    };
    const { client } = clientAnswered(body, status);
    await expect(client.getChange('7')).rejects.toMatchObject({
      statusCode: status,
      cause: { name, message: 'because' },
    });
  });

  it('takes an answer that is not of the contract for an error', async () => {
    const { client } = clientAnswered({ ...change, phase: 'green' });
    await expect(client.getChange('7')).rejects.toThrow('phase');
  });
});
