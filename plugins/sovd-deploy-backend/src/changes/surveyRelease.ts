import type {
  Answers,
  Finding,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import type { RenderedRelease } from '../releases/ReleaseRenderer';
import { standInOutputs } from '../releases/standInOutputs';
import { planOutputs } from './PlannedOutputs';
import type { PlannedOutputs } from './PlannedOutputs';
import type { Surveyed } from './PlanSurvey';

/** What a release is looked at with. */
export interface ReleaseSides {
  /** Outputs that the stack gives now. */
  today: StackOutputs;
  /** Names of those that are known only after the stack. */
  unsettled: Promise<readonly string[]>;
  answers: Pick<Answers, 'databaseClass'>;
  render(outputs: StackOutputs): Promise<Surveyed<RenderedRelease>>;
}

/** What a release would become, and the outputs that this was seen with. */
export interface SurveyedRelease extends Surveyed<RenderedRelease> {
  outputs: PlannedOutputs;
}

/**
 * Looks at a release with the outputs that its stack gives today. Where the coming stack
 * will give one that isn't there yet, or the chart refuses today's while others come, it is
 * looked at with stand-ins for what isn't known: else a chart that needs the new stack
 * would be refused for good, and the stack with it.
 */
export async function surveyRelease({
  answers,
  render,
  today,
  unsettled,
}: ReleaseSides): Promise<SurveyedRelease> {
  const [first, open] = await Promise.all([render(today), unsettled]);
  const outputs = planOutputs(today, open);
  const absent = outputs.unsettled.filter(name => !(name in today));
  const replaced = first.value ? absent : outputs.unsettled;
  const { whole } = standInOutputs(answers);
  const standIns = Object.fromEntries(
    replaced.flatMap(name => (name in whole ? [[name, whole[name]]] : [])),
  );
  const isStoodIn = Object.keys(standIns).length > 0;
  const release = isStoodIn ? await render({ ...today, ...standIns }) : first;
  const findings = [
    ...release.findings,
    ...judgeUnsettled(outputs.unsettled, standIns),
  ];
  return { ...release, findings, outputs };
}

function judgeUnsettled(
  unsettled: readonly string[],
  standIns: StackOutputs,
): Finding[] {
  if (unsettled.length === 0) return [];
  const others = unsettled.filter(name => !(name in standIns));
  const examples = Object.entries(standIns).map(
    ([name, value]) => `${name} (${value})`,
  );
  return [
    {
      rule: 'outputs-unsettled',
      severity: 'warning',
      headline: `The release gets ${unsettled.length} ${
        unsettled.length === 1 ? 'value' : 'values'
      } that only the changed stack will know`,
      cause: [
        ...(others.length > 0
          ? [`Shown as they are today, if at all: ${others.join(', ')}.`]
          : []),
        ...(examples.length > 0
          ? [`Shown with an example in their place: ${examples.join(', ')}.`]
          : []),
        'If any other value moves with the stack, the change stops before the release.',
      ].join(' '),
      nextSteps: [
        {
          label: 'Look at these values in the release when the change is done',
        },
      ],
    },
  ];
}
