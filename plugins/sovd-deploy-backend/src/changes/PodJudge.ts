import type { Answers, Finding } from '@sovd/plugin-sovd-deploy-common';
import type { TargetConfig } from '../environments/TargetConfig';
import { toTarget } from '../environments/toTarget';
import type { PlanStart } from './finishPlan';
import { judgeAutoscaler } from './judgeAutoscaler';
import { judgePods, judgeReplicas } from './judgeReplicas';
import type { PodsContext } from './judgeReplicas';
import { scaledAnswers } from './scaledAnswers';
import type { SurveyedRelease } from './surveyRelease';

/** Judges how many pods a plan lets come. */
export class PodJudge {
  private readonly context: PodsContext;

  constructor(
    private readonly start: Pick<
      PlanStart,
      'environment' | 'plannedAt' | 'request'
    >,
    targets: readonly TargetConfig[],
  ) {
    const { environment, plannedAt } = start;
    const known = targets.map(toTarget);
    this.context = {
      targets: known,
      target: known.find(({ name }) => name === environment.answers.target),
      today: plannedAt,
    };
  }

  /** What is wrong with the bounds themselves, which a chart would refuse in its own words. */
  judgeBounds(): Finding[] {
    const { environment, request } = this.start;
    if (request.kind !== 'scale') return [];
    const answers = scaledAnswers(environment.answers, request.input);
    // pools and database are as the repository has them, which isn't read yet
    return judgePods(answers, this.context).filter(
      ({ rule }) => rule === 'backend-range',
    );
  }

  /** Goes by what the release says, and by the answers where the chart has refused it. */
  judge(answers: Answers, { outputs, value }: SurveyedRelease): Finding[] {
    if (!value) return judgePods(answers, this.context);
    const { request } = this.start;
    return [
      ...(request.kind === 'scale'
        ? judgeAutoscaler(request.input, value.values)
        : []),
      ...judgeReplicas(answers, value.values, outputs.unsettled, this.context),
    ];
  }
}
