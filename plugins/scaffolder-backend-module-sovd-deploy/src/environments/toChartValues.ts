import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { environmentValues } from './toValues';
import { toYaml } from './toYaml';

/** Tag that a deployment by hand replaces; the chart would refuse `latest` here. */
const TAG = 'v1.0.0';

/**
 * `values-<environment>.yaml` of the chart: all values of an environment in one file, for
 * a deployment by hand. Beside {@link environmentValues} it names the repositories of the
 * stack's registry.
 */
export function toChartValues(
  answers: Answers,
  { accountId, region }: Pick<Target, 'accountId' | 'region'>,
  repositoryUrl: string,
): GeneratedFile {
  const values = environmentValues(answers, { accountId }, repositoryUrl);
  const registry = `${accountId}.dkr.ecr.${region}.amazonaws.com`;
  const imageOf = (component: string) => ({
    repository: `${registry}/${environmentName(answers)}-${component}`,
    tag: TAG,
  });
  return {
    path: `infrastructure/helm/sovd-webapp/values-${answers.environment}.yaml`,
    content: toYaml(
      [
        {
          ...values,
          backend: { ...values.backend, image: imageOf('backend') },
          frontend: { ...values.frontend, image: imageOf('frontend') },
          ingress: {
            ...values.ingress,
            ...(answers.domain && {
              hosts: [{ host: answers.domain }],
              annotations: { 'alb.ingress.kubernetes.io/ssl-redirect': '443' },
            }),
          },
        },
      ],
      { comment: 'generated' },
    ),
  };
}
