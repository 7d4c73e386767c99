import { NotFoundError } from '@backstage/errors';
import { versionOf } from '@sovd/plugin-sovd-deploy-common';
import type {
  Environment,
  Finding,
  PlanRequest,
  Stack,
} from '@sovd/plugin-sovd-deploy-common';
import { findTarget } from '../environments/findTarget';
import type { SourceRefs, SourceTree } from '../environments/SourceRepository';
import type { ChangeWork } from './ChangeWork';
import { changesNothing, toPlannedChange } from './toPlannedChange';
import type { PlanParts } from './toPlannedChange';
import { checkOutWork } from './checkOutWork';
import { readCurrentRelease } from './CurrentRelease';
import type { CurrentRelease } from './CurrentRelease';
import { DatabaseSurvey } from './DatabaseSurvey';
import { findProvisioner } from './findProvisioner';
import { imageRepository } from './imageReference';
import { judgeDirection } from './judgeDirection';
import { judgeReplicas } from './judgeReplicas';
import { judgeStackState } from './judgeStackChange';
import {
  nothingKnown,
  toBusyFinding,
  toNothingFinding,
  toUnknownCommit,
} from './planRefusals';
import type { PlannedChange, Planner, PlanOptions } from './Planner';
import type { PlanSources } from './PlanSources';
import { PlanSurvey } from './PlanSurvey';
import { resolveWork } from './resolveWork';
import type { ResolvedWork } from './resolveWork';
import { scaleFilesOf } from './scaleFiles';
import { surveyCluster } from './surveyCluster';

/** What is known before a version is chosen. */
interface World {
  environment: Environment;
  request: PlanRequest;
  current: CurrentRelease;
  refs: SourceRefs;
  stack: Stack | undefined;
  /** What concerns every plan of the environment now. */
  findings: Finding[];
  plannedAt: string;
  signal: AbortSignal;
}

/** Plans what a release, its stack and its database would become, from what each of them says now. */
export class ReleasePlanner implements Planner {
  private readonly databases: DatabaseSurvey;

  constructor(private readonly options: PlanSources) {
    this.databases = new DatabaseSurvey(options);
  }

  async plan(
    environment: Environment,
    request: PlanRequest,
    { signal, plannedAt = new Date().toISOString() }: PlanOptions,
  ): Promise<PlannedChange> {
    const { changes, releases, renderer, sources, provisioners } = this.options;
    const [current, refs, stack, latest] = await Promise.all([
      readCurrentRelease(renderer, releases, environment, signal),
      sources.readRefs(environment, signal),
      findProvisioner(provisioners, environment).read(environment),
      changes.latest(environment.id),
    ]);
    const findings = judgeStackState(environment, stack);
    if (latest?.phase === 'running') findings.push(toBusyFinding(latest));
    const world = { environment, request, current, refs, stack, findings };
    return this.planFrom({ ...world, plannedAt, signal });
  }

  private async planFrom(world: World): Promise<PlannedChange> {
    const resolved = await this.resolve(world);
    if (!('work' in resolved)) return refuse(world, resolved);
    const { environment, signal } = world;
    let tree: SourceTree;
    try {
      const { sources } = this.options;
      tree = await checkOutWork(sources, environment, resolved.work, signal);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      return refuse(world, toUnknownCommit(environment, resolved.work.commit));
    }
    try {
      return await this.survey(world, resolved, tree);
    } finally {
      await tree.dispose();
    }
  }

  private resolve(world: World): Promise<ResolvedWork | Finding> {
    const { current, environment, plannedAt, refs, request, signal } = world;
    const { images, releases, sources } = this.options;
    const target = findTarget(this.options.targets, environment);
    return resolveWork(request, {
      current,
      environment,
      images,
      plannedAt,
      refs,
      releases,
      repository: imageRepository(environment, target, 'backend'),
      scale: replicas =>
        scaleFilesOf(sources, environment, refs.head, replicas, signal),
      signal,
    });
  }

  private async survey(
    world: World,
    resolved: ResolvedWork,
    tree: SourceTree,
  ): Promise<PlannedChange> {
    const { current, environment, request, signal, stack } = world;
    const { capacity, provisioners, rehearsal, renderer } = this.options;
    const outlook = await this.databases.plan(world, resolved.work, tree);
    const work = { ...resolved.work, migrate: !outlook.ahead };
    if (stack?.phase !== 'ready') {
      return finish(world, { ...resolved, work }, { outlook });
    }
    const looks = new PlanSurvey({ environment, work, tree, stack, signal });
    const [release, cloud, bootstrap] = await Promise.all([
      looks.render(renderer, work.migrate),
      looks.previewStack(findProvisioner(provisioners, environment)),
      looks.readBootstrap(),
    ]);
    const rendered = release.value;
    return finish(
      world,
      { ...resolved, work },
      {
        outlook,
        rendered,
        infrastructure: cloud.value,
        bootstrap: bootstrap.value,
        findings: [
          ...release.findings,
          ...cloud.findings,
          ...bootstrap.findings,
          ...judgeDirection(request, resolved.version, outlook),
          ...outlook.findings,
          ...(rendered ? judgeReplicas(environment, rendered.values) : []),
          ...(rendered
            ? await surveyCluster(
                { capacity, rehearsal },
                { environment, from: current.running, to: rendered, signal },
              )
            : []),
        ],
      },
    );
  }
}

/** A plan in which everything stays as it is, since the request comes to nothing. */
function refuse(world: World, finding: Finding): PlannedChange {
  const { current, refs, request } = world;
  const commit = current.commit ?? refs.head;
  const work: ChangeWork = {
    kind: request.kind,
    commit,
    environmentCommit: refs.head,
    image: current.image,
    migrate: false,
    values: {},
    files: {},
  };
  const version =
    request.kind === 'upgrade'
      ? request.input.version
      : versionOf(current.image.tag);
  return finish(world, { work, version, findings: [finding] }, {});
}

/** What was found out, as far as it could be; what is missing stays as it is. */
function finish(
  world: World,
  resolved: ResolvedWork,
  found: Partial<
    Pick<
      PlanParts,
      'bootstrap' | 'findings' | 'infrastructure' | 'outlook' | 'rendered'
    >
  >,
): PlannedChange {
  const {
    bootstrap = [],
    findings = [],
    infrastructure = { changes: [] },
    outlook = nothingKnown,
    rendered = world.current.running,
  } = found;
  const all = [...world.findings, ...resolved.findings, ...findings];
  const planned = toPlannedChange({
    ...world,
    bootstrap,
    findings: all,
    infrastructure,
    outlook,
    rendered,
    resolved,
  });
  const blocked = all.some(({ severity }) => severity === 'blocker');
  if (!blocked && changesNothing(planned)) {
    planned.plan.findings.push(toNothingFinding(resolved.version));
  }
  return planned;
}
