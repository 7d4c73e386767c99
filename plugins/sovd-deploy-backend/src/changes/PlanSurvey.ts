import type { JsonObject } from '@backstage/types';
import { InputError } from '@backstage/errors';
import type {
  Environment,
  Finding,
  ResourceChange,
  StackOutputs,
} from '@sovd/plugin-sovd-deploy-common';
import type { SourceTree } from '../environments/SourceRepository';
import { readBootstrapFolder } from '../releases/readBootstrapFolder';
import { ReleaseError } from '../releases/ReleaseError';
import type {
  ReleaseRenderer,
  RenderedRelease,
} from '../releases/ReleaseRenderer';
import type { StackProvisioner } from '../stacks/StackProvisioner';
import { blocker } from './blocker';
import type { ChangeWork } from './ChangeWork';
import { judgeResources } from './judgeStackChange';
import { readStackSource } from './readStackSource';
import type { StackSource } from './readStackSource';
import { toChangeValues } from './toChangeValues';

/** Something that was looked at, or nothing with the findings that say why. */
export interface Surveyed<T> {
  value?: T;
  findings: Finding[];
}

/** What a stack would become. */
export type SurveyedStack = StackSource & {
  changes: ResourceChange[];
  /** Outputs whose values are known only when it is done. */
  unsettled: string[];
};

/** What is looked at. */
export interface PlanSurveyOptions {
  environment: Environment;
  work: ChangeWork;
  /** Files that the change is carried out with. */
  tree: SourceTree;
  signal: AbortSignal;
}

/** Looks at each side of what a change would bring; a refusal is a finding, and no failure. */
export class PlanSurvey {
  constructor(private readonly options: PlanSurveyOptions) {}

  async render(
    renderer: Pick<ReleaseRenderer, 'render'>,
    outputs: StackOutputs,
  ): Promise<Surveyed<RenderedRelease>> {
    const { environment, signal, tree, work } = this.options;
    const content = {
      environment,
      sourceFolder: tree.folder,
      images: work.images,
      outputs,
      values: toChangeValues(work),
    };
    return survey(
      () => renderer.render(content, signal),
      words =>
        blocker(
          'release-refused',
          'The chart refuses what it is given',
          words,
          'Correct the chart or the values in the repository',
        ),
    );
  }

  /** What the stack would become; nothing is looked at when the change leaves it alone. */
  async previewStack(
    provisioner: StackProvisioner,
  ): Promise<Surveyed<SurveyedStack>> {
    const { environment, signal, tree, work } = this.options;
    if (leavesPlace(work)) return { findings: [] };
    const refuse = (words: string, step: string) =>
      blocker(
        'stack-refused',
        `Stack ${environment.stackName} can't become what the template says`,
        words,
        step,
      );
    const step = 'Correct infrastructure/cloudformation in the repository';
    const source = await survey(
      () => readStackSource(tree.folder, environment),
      words => refuse(words, step),
    );
    if (!source.value) return { findings: source.findings };
    const request = { environment, ...source.value };
    const preview = await provisioner.preview(request, signal);
    if (preview.state === 'refused') {
      return { findings: [refuse(preview.cause, preview.nextStep)] };
    }
    const { changes, unsettled } = preview;
    return {
      value: { ...source.value, changes, unsettled },
      findings: judgeResources(changes),
    };
  }

  /** Objects that are applied before the release. */
  async readBootstrap(): Promise<Surveyed<JsonObject[]>> {
    const { environment, tree, work } = this.options;
    if (leavesPlace(work)) return { findings: [] };
    const { answers, namespace } = environment;
    return survey(
      async () =>
        JSON.parse(
          JSON.stringify(
            await readBootstrapFolder(
              tree.folder,
              answers.environment,
              namespace,
            ),
          ),
        ),
      words =>
        blocker(
          'bootstrap-refused',
          "The namespace's first objects can't be applied",
          words,
          'Correct infrastructure/k8s/bootstrap in the repository',
        ),
    );
  }
}

/** Only pods are touched: stack and namespace stay as they are. */
function leavesPlace({ kind }: ChangeWork): boolean {
  return kind === 'scale' || kind === 'restart';
}

async function survey<T>(
  look: () => Promise<T>,
  refuse: (words: string) => Finding,
): Promise<Surveyed<T>> {
  try {
    return { value: await look(), findings: [] };
  } catch (error) {
    const refused =
      error instanceof InputError ||
      (error instanceof ReleaseError && !error.passing);
    if (!refused) throw error;
    return { findings: [refuse(error.message)] };
  }
}
