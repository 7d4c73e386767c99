import { NotFoundError } from '@backstage/errors';
import type {
  Environment,
  Finding,
  PlanRequest,
} from '@sovd/plugin-sovd-deploy-common';
import { findTarget } from '../environments/findTarget';
import type { SourceTree } from '../environments/SourceRepository';
import type { RenderedRelease } from '../releases/ReleaseRenderer';
import { asUnavailable } from './asUnavailable';
import { checkOutWork } from './checkOutWork';
import { readCurrentRelease } from './CurrentRelease';
import { DatabaseSurvey } from './DatabaseSurvey';
import { findProvisioner } from './findProvisioner';
import { finishPlan, refusePlan } from './finishPlan';
import type { PlanStart } from './finishPlan';
import { componentRepositories } from './componentImages';
import { judgeDirection } from './judgeDirection';
import { judgePending } from './judgePending';
import { judgeStackState } from './judgeStackChange';
import { toBusyFinding, toUnknownCommit } from './planRefusals';
import type { PlannedChange, Planner, PlanOptions } from './Planner';
import type { PlanSources } from './PlanSources';
import { PlanSurvey } from './PlanSurvey';
import { PodJudge } from './PodJudge';
import { readPlannedAnswers } from './readPlannedAnswers';
import { resolveWork } from './resolveWork';
import type { ResolvedWork } from './resolveWork';
import { scaleFilesOf } from './scaleFiles';
import { surveyCluster } from './surveyCluster';
import { surveyRelease } from './surveyRelease';

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
    const { changes, estimator, releases, renderer, sources, provisioners } =
      this.options;
    const ask = <T>(what: string, read: () => Promise<T>) =>
      asUnavailable(what, signal, read);
    const [current, refs, stack, latest] = await Promise.all([
      ask('What runs', () =>
        readCurrentRelease(renderer, releases, environment, signal),
      ),
      ask('The repository', () => sources.readRefs(environment, signal)),
      ask('The stack', () =>
        findProvisioner(provisioners, environment).read(environment),
      ),
      changes.latest(environment.id),
    ]);
    const findings = judgeStackState(environment, stack);
    if (latest?.phase === 'running') findings.push(toBusyFinding(latest));
    else findings.push(...judgePending(current.running));
    const start = { environment, request, current, refs, stack, findings };
    return this.planFrom({ ...start, estimator, plannedAt, signal });
  }

  private async planFrom(start: PlanStart): Promise<PlannedChange> {
    const pods = new PodJudge(start, this.options.targets);
    const refusals = pods.judgeBounds();
    if (refusals.length > 0) return refusePlan(start, refusals);
    const resolved = await this.resolve(start);
    if (!('work' in resolved)) return refusePlan(start, [resolved]);
    const { environment, signal } = start;
    let tree: SourceTree;
    try {
      tree = await asUnavailable('The repository', signal, () =>
        checkOutWork(this.options.sources, environment, resolved.work, signal),
      );
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      const finding = toUnknownCommit(environment, resolved.work.commit);
      return refusePlan(start, [finding]);
    }
    try {
      return await this.survey(start, resolved, tree, pods);
    } finally {
      await tree.dispose();
    }
  }

  private resolve(start: PlanStart): Promise<ResolvedWork | Finding> {
    const { current, environment, plannedAt, refs, request, signal } = start;
    const { images, releases } = this.options;
    const target = findTarget(this.options.targets, environment);
    return resolveWork(request, {
      current,
      environment,
      images,
      plannedAt,
      refs,
      releases,
      repositories: componentRepositories(environment, target),
      scale: bounds =>
        scaleFilesOf(this.options, environment, refs.head, bounds, signal),
      signal,
    });
  }

  private async survey(
    start: PlanStart,
    resolved: ResolvedWork,
    tree: SourceTree,
    pods: PodJudge,
  ): Promise<PlannedChange> {
    const { current, environment, request, signal, stack } = start;
    const { capacity, provisioners, rehearsal, renderer } = this.options;
    const outlook = await this.databases.plan(start, resolved.work, tree);
    const work = { ...resolved.work, migrate: !outlook.ahead };
    const planned = await readPlannedAnswers(tree.folder, environment);
    const { answers } = planned;
    if (stack?.phase !== 'ready') {
      return finishPlan(
        start,
        { ...resolved, work },
        { answers, findings: planned.findings, outlook },
      );
    }
    const looks = new PlanSurvey({ environment, work, tree, signal });
    const cluster = async (to: RenderedRelease) =>
      surveyCluster(
        { capacity, rehearsal },
        { environment, from: current.running, to, signal },
      );
    const preview = asUnavailable('The stack', signal, () =>
      looks.previewStack(findProvisioner(provisioners, environment)),
    );
    const [release, cloud, bootstrap] = await Promise.all([
      surveyRelease({
        answers,
        today: stack.outputs,
        unsettled: preview.then(({ value }) => value?.unsettled ?? []),
        render: outputs => looks.render(renderer, outputs),
      }).then(async ({ value, findings, outputs }) => ({
        value,
        outputs,
        findings: [...findings, ...(value ? await cluster(value) : [])],
      })),
      preview,
      looks.readBootstrap(),
    ]);
    return finishPlan(
      start,
      { ...resolved, work: { ...work, outputs: release.outputs } },
      {
        answers,
        outlook,
        rendered: release.value,
        infrastructure: cloud.value,
        bootstrap: bootstrap.value,
        findings: [
          ...judgeDirection(request, resolved.version, outlook),
          ...release.findings,
          ...cloud.findings,
          ...bootstrap.findings,
          ...outlook.findings,
          ...planned.findings,
          ...pods.judge(answers, release),
        ],
      },
    );
  }
}
