import { mockServices } from '@backstage/backend-test-utils';
import {
  changeLogEntrySchema,
  changeRequestSchema,
  changeSchema,
  environmentName,
  environmentOverviewSchema,
  environmentPageSchema,
  environmentSchema,
  parseAnswers,
  planRequestSchema,
  planSchema,
  proposalRequestSchema,
  proposalSchema,
  registrationSchema,
  routes,
  stampSchema,
  stageNames,
  validateEnvironment,
  validationRequestSchema,
  validationSchema,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Change,
  ChangeLogEntry,
  ChangeRequest,
  Environment,
  EnvironmentOverview,
  EnvironmentPage,
  Plan,
  PlanRequest,
  Proposal,
  ProposalRequest,
  Stamp,
  Validation,
} from '@sovd/plugin-sovd-deploy-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { SovdDeployConnection } from '../SovdDeployConnection';
import { testTarget } from './testTarget';
import { upgradePlan } from './upgradePlan';

const baseUrl = 'http://portal.test/api/sovd-deploy';

/** What a look at a change shows: one frame per request, the last one for good. */
export type Frame = Partial<Change> | { status: number };

/** A sovd-deploy backend of the same contract, whose changes go as a test scripts them. */
export class SovdDeployServer {
  repositoryState: NonNullable<Validation['repository']>['state'] = 'new';
  extraFindings: Validation['findings'] = [];
  /** Frames of each change, in the order in which changes are started. */
  scripts: Frame[][] = [];
  log: ChangeLogEntry[] = [];
  /** What is planned, whatever is asked for. */
  plan: Plan = upgradePlan;
  /** What is no longer as it was planned. */
  moved?: string;
  readonly tokens: string[] = [];
  readonly environments = new Map<string, Environment>();
  readonly changes: Change[] = [];
  readonly planRequests: PlanRequest[] = [];
  /** Pristine stamps by application. */
  readonly stamps = new Map<string, Stamp>();
  /** What becomes of each proposal. */
  proposal: Proposal = { state: 'unchanged', conflicts: [] };
  readonly proposals: ProposalRequest[] = [];
  /** Plans that were made and not used yet. */
  private readonly plans = new Map<string, Plan>();
  private readonly frames = new Map<string, Frame[]>();

  /** Listens at once and until `close`, in place of the network. */
  readonly connection: SovdDeployConnection;

  constructor() {
    this.msw.listen({ onUnhandledRequest: 'error' });
    this.connection = new SovdDeployConnection({
      auth: mockServices.auth(),
      discovery: {
        getBaseUrl: async id => `http://portal.test/api/${id}`,
        getExternalBaseUrl: async id => `http://portal.test/api/${id}`,
      },
    });
  }

  close() {
    this.msw.close();
  }

  private readonly msw = setupServer(
    http.get(`${baseUrl}${routes.targets()}`, ({ request }) => {
      this.note(request);
      return HttpResponse.json({ items: [testTarget] });
    }),
    http.post(`${baseUrl}${routes.validations()}`, async ({ request }) => {
      this.note(request);
      const body = validationRequestSchema.parse(await request.json());
      return HttpResponse.json(this.judge(body.answers));
    }),
    http.get(`${baseUrl}${routes.environments()}`, ({ request }) => {
      this.note(request);
      const application = new URL(request.url).searchParams.get('application');
      return HttpResponse.json(this.list(application));
    }),
    http.post(`${baseUrl}${routes.environments()}`, async ({ request }) => {
      this.note(request);
      const body = registrationSchema.safeParse(await request.json());
      const known = parseAnswers(body.data?.answers, [testTarget]);
      if (!body.success || !known.answers) {
        return this.fail(400, 'InputError', 'wrong answers');
      }
      return HttpResponse.json(this.register(body.data.answers));
    }),
    http.post(
      `${baseUrl}${routes.changes()}`,
      async ({ request, params: { namespace, name } }) => {
        this.note(request);
        const body = changeRequestSchema.parse(await request.json());
        const ref = `resource:${namespace}/${name}`;
        if (!this.environments.has(ref)) {
          return this.fail(404, 'NotFoundError', `${ref} isn't registered`);
        }
        return body.kind === 'create'
          ? HttpResponse.json(this.start(ref, body.reason))
          : this.apply(ref, body);
      },
    ),
    http.post(
      `${baseUrl}${routes.plans()}`,
      async ({ request, params: { namespace, name } }) => {
        this.note(request);
        const wish = planRequestSchema.parse(await request.json());
        const ref = `resource:${namespace}/${name}`;
        if (!this.environments.has(ref)) {
          return this.fail(404, 'NotFoundError', `${ref} isn't registered`);
        }
        this.planRequests.push(wish);
        const plan = planSchema.parse({
          ...this.plan,
          environmentRef: ref,
          request: wish,
        });
        this.plans.set(plan.digest, plan);
        return HttpResponse.json(plan);
      },
    ),
    http.get(`${baseUrl}${routes.environment()}`, ({ request, params }) => {
      this.note(request);
      const ref = `resource:${params.namespace}/${params.name}`;
      const environment = this.environments.get(ref);
      return environment
        ? HttpResponse.json(overviewOf(environment))
        : this.fail(404, 'NotFoundError', `${ref} isn't registered`);
    }),
    http.get(`${baseUrl}${routes.stamp()}`, ({ request, params }) => {
      this.note(request);
      const name = String(params.application);
      const stamp = this.stamps.get(name);
      return stamp
        ? HttpResponse.json(stampSchema.parse(stamp))
        : this.fail(404, 'NotFoundError', `no stamp of ${name}`);
    }),
    http.post(
      `${baseUrl}${routes.proposals()}`,
      async ({ request, params }) => {
        this.note(request);
        const wish = proposalRequestSchema.parse(await request.json());
        const stamp = this.stamps.get(String(params.application));
        if (stamp?.commit !== wish.base) {
          return this.fail(409, 'ConflictError', `${wish.base} is no base`);
        }
        this.proposals.push(wish);
        return HttpResponse.json(proposalSchema.parse(this.proposal));
      },
    ),
    http.get(`${baseUrl}${routes.change()}`, ({ request, params }) => {
      this.note(request);
      return this.look(String(params.id));
    }),
    http.get(`${baseUrl}${routes.changeLog()}`, ({ request }) => {
      const after = Number(new URL(request.url).searchParams.get('after'));
      const items = this.log
        .filter(({ position }) => position > after)
        .slice(0, 2)
        .map(entry => changeLogEntrySchema.parse(entry));
      return HttpResponse.json({ items });
    }),
  );

  /** Registers an environment as if somebody had done so before. */
  register(input: unknown): Environment {
    const { answers } = parseAnswers(input, [testTarget]);
    if (!answers) throw new Error('These answers make no environment');
    const name = environmentName(answers);
    const entityRef = `resource:default/${name}`;
    const known = this.environments.get(entityRef);
    const environment = environmentSchema.parse(
      known ?? {
        id: `id-${name}`,
        entityRef,
        name,
        answers,
        repositoryUrl: `http://git.test/sovd/${answers.name}`,
        region: testTarget.region,
        accountId: testTarget.accountId,
        cluster: testTarget.cluster,
        namespace: name,
        releaseName: name,
        stackName: name,
        createdBy: 'user:default/mock',
        createdAt: '2026-01-01T00:00:00Z',
      },
    );
    this.environments.set(entityRef, environment);
    return environment;
  }

  /** Starts a change, or returns the one that still counts. */
  start(environmentRef: string, reason?: string): Change {
    const current = this.changes.find(
      ({ phase }) => phase === 'running' || phase === 'succeeded',
    );
    return current ?? this.add(environmentRef, { kind: 'create', reason });
  }

  private add(environmentRef: string, request: ChangeRequest): Change {
    const id = `change-${this.changes.length + 1}`;
    const change = changeSchema.parse({
      ...request,
      id,
      environmentRef,
      phase: 'running',
      stages: stageNames.map(name => ({ name, phase: 'pending' })),
      requestedBy: 'user:default/mock',
      createdAt: '2026-01-01T00:00:00Z',
    });
    this.frames.set(id, this.scripts[this.changes.length] ?? []);
    this.changes.push(change);
    return change;
  }

  private apply(
    environmentRef: string,
    request: Exclude<ChangeRequest, { kind: 'create' }>,
  ) {
    const { planDigest, kind } = request;
    const plan = this.plans.get(planDigest);
    if (!plan || plan.environmentRef !== environmentRef) {
      return this.fail(404, 'NotFoundError', `no plan ${planDigest}`);
    }
    if (plan.request.kind !== kind) {
      return this.fail(400, 'InputError', `not planned as ${kind}`);
    }
    const running = this.changes.find(({ phase }) => phase === 'running');
    const conflict = running ? `busy with ${running.id}` : this.moved;
    if (conflict) return this.fail(409, 'ConflictError', conflict);
    this.plans.delete(planDigest);
    return HttpResponse.json(this.add(environmentRef, request));
  }

  private list(application: string | null): EnvironmentPage {
    const items = [...this.environments.values()]
      .filter(({ answers }) => answers.name === application)
      .map(({ entityRef, name, answers }) => ({
        entityRef,
        name,
        application: answers.name,
        owner: answers.owner,
        tier: answers.tier,
        target: answers.target,
        health: 'healthy' as const,
        headline: 'All is well',
        rollout: 'done',
        database: 'at head',
        stack: 'ready',
        cost: '$440 of $800',
      }));
    return environmentPageSchema.parse({
      items,
      total: items.length,
      counts: {
        healthy: items.length,
        progressing: 0,
        degraded: 0,
        unknown: 0,
      },
      sharedCauses: [],
      owners: [],
      channel: 'fleet',
    });
  }

  private note(request: Request) {
    this.tokens.push(request.headers.get('Authorization') ?? '');
  }

  private fail(status: number, name: string, message: string) {
    return HttpResponse.json(
      { error: { name, message }, response: { statusCode: status } },
      { status },
    );
  }

  private judge(answers: Record<string, unknown>): Validation {
    const context = { targets: [testTarget] };
    const { answers: parsed } = parseAnswers(answers, [testTarget]);
    return validationSchema.parse({
      findings: [
        ...validateEnvironment(answers, context),
        ...this.extraFindings,
      ],
      ...(parsed && {
        answers: parsed,
        target: testTarget,
        environmentName: environmentName(parsed),
        repository: {
          state: this.repositoryState,
          url: `http://git.test/sovd/${parsed.name}`,
          repoUrl: `git.test?owner=sovd&repo=${parsed.name}`,
        },
      }),
    });
  }

  private look(id: string) {
    const index = this.changes.findIndex(change => change.id === id);
    if (index < 0) return this.fail(404, 'NotFoundError', `no change ${id}`);
    const frame = this.frames.get(id)?.shift() ?? {};
    if ('status' in frame) {
      if (frame.status === 0) return HttpResponse.error();
      return this.fail(frame.status, 'Error', 'the backend is away');
    }
    this.changes[index] = changeSchema.parse({
      ...this.changes[index],
      ...frame,
    });
    return HttpResponse.json(this.changes[index]);
  }
}

/** An environment of which nothing more is known. */
function overviewOf(environment: Environment): EnvironmentOverview {
  const absent = {
    state: 'absent',
    headline: 'Nothing yet',
    reason: 'It was never created',
  } as const;
  return environmentOverviewSchema.parse({
    environment,
    health: 'unknown',
    headline: {
      rule: 'not-created',
      severity: 'info',
      headline: 'Nothing runs yet',
      cause: 'It was never created.',
      nextSteps: [],
    },
    stack: absent,
    release: absent,
    rollout: absent,
    databaseMigration: absent,
    cost: absent,
    channel: 'sovd-test',
  });
}

/** Stages up to and with one of them, the last in a phase of its own. */
export function stagesUpTo(
  last: Change['stages'][number]['name'],
  phase: Change['stages'][number]['phase'],
  summary?: string,
): Change['stages'] {
  const position = stageNames.indexOf(last);
  return stageNames.map((name, index) => {
    if (index < position) return { name, phase: 'succeeded' };
    if (index === position) return { name, phase, summary };
    return { name, phase: 'pending' };
  });
}
