import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import { toFencedBash } from './toFencedBash';

/** How a version of one environment gets there, is watched, and is taken back. */
export function toGuideRelease(
  answers: Answers,
  target: Pick<Target, 'namespacePattern'>,
) {
  const name = environmentName(answers);
  const namespace = namespaceOf(answers, target);
  const canary = answers.strategy === 'canary';
  const deployments = [
    ...(canary ? [] : ['backend']),
    'frontend',
    ...(answers.vehicleConnectorEnabled ? ['vehicle-connector'] : []),
  ].map(
    component =>
      `kubectl -n ${namespace} rollout status deployment/${component}-deployment --timeout 10m`,
  );
  return {
    deploy: toFencedBash(
      'TAG="sha-$(git rev-parse HEAD)"',
      `scripts/preflight.sh ${answers.environment} "$TAG"`,
      `scripts/deploy.sh ${answers.environment} "$TAG"`,
    ),
    watch: toFencedBash(
      ...(canary
        ? [`kubectl argo rollouts -n ${namespace} status backend-deployment`]
        : []),
      ...deployments,
      `kubectl -n ${namespace} get pods`,
    ),
    smoke: answers.domain
      ? toFencedBash(`scripts/smoke_test.sh https://${answers.domain}`)
      : toFencedBash(
          `kubectl -n ${namespace} port-forward service/frontend-service 8080:80 &`,
          'scripts/smoke_test.sh http://localhost:8080',
        ),
    rollback: toFencedBash(
      ...(canary
        ? [`kubectl argo rollouts -n ${namespace} abort backend-deployment`]
        : []),
      `helm -n ${namespace} history ${name}`,
      // Helm's own wait doesn't understand a Rollout: the script follows it.
      canary
        ? `scripts/rollback.sh ${answers.environment}`
        : `helm -n ${namespace} rollback ${name} --wait --timeout 15m`,
    ),
  };
}
