import { estimateCost, priceBook } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toBootstrap } from './toBootstrap';
import { toChartValues } from './toChartValues';
import { toDeployWorkflow } from './toDeployWorkflow';
import { toEnvironmentFile } from './toEnvironmentFile';
import { toEnvironmentGuide } from './toEnvironmentGuide';
import { toEnvironmentReadme } from './toEnvironmentReadme';
import { toEstimate } from './toEstimate';
import { toStackParameters } from './toStackParameters';
import { toTerraformVariables } from './toTerraformVariables';
import type { TerraformTarget } from './toTerraformVariables';
import { toValues } from './toValues';

/** What the files of one environment are made from. */
export interface EnvironmentSource {
  answers: Answers;
  target: TerraformTarget;
  /** Page of the repository, for people and the catalog. */
  repositoryUrl: string;
}

/**
 * The generated files of one environment, each with its name in the path; the same source
 * gives the same bytes.
 *
 * @throws UnknownPriceError when the price book has no price for an answer
 */
export function toEnvironmentFiles(source: EnvironmentSource): GeneratedFile[] {
  const { answers, target, repositoryUrl } = source;
  const estimate = estimateCost(answers, priceBook, target);
  return [
    toEnvironmentFile(answers),
    toValues(answers, target, repositoryUrl),
    toChartValues(answers, target, repositoryUrl),
    toEstimate(answers, estimate),
    toEnvironmentReadme(answers, target, estimate),
    toEnvironmentGuide(answers, target, estimate),
    toStackParameters(answers, target, repositoryUrl),
    ...toTerraformVariables(answers, target, repositoryUrl),
    ...toBootstrap(answers, target),
    ...toDeployWorkflow(answers),
  ];
}
