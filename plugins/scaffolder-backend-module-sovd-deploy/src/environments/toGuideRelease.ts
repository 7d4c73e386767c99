import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { toFencedBash } from './toFencedBash';

/** How a version of one environment gets there, is watched, and is taken back. */
export function toGuideRelease(answers: Answers) {
  const name = environmentName(answers);
  const canary = answers.strategy === 'canary';
  const deployments = [
    ...(canary ? [] : ['backend']),
    'frontend',
    ...(answers.vehicleConnectorEnabled ? ['vehicle-connector'] : []),
  ].map(
    component =>
      `kubectl -n ${name} rollout status deployment/${component}-deployment --timeout 10m`,
  );
  return {
    deploy: toFencedBash(
      'TAG="sha-$(git rev-parse HEAD)"',
      `scripts/preflight.sh ${answers.environment} "$TAG"`,
      `scripts/deploy.sh ${answers.environment} "$TAG"`,
    ),
    watch: toFencedBash(
      ...(canary
        ? [`kubectl argo rollouts -n ${name} status backend-deployment`]
        : []),
      ...deployments,
      `kubectl -n ${name} get pods`,
    ),
    smoke: answers.domain
      ? toFencedBash(`scripts/smoke_test.sh https://${answers.domain}`)
      : toFencedBash(
          `kubectl -n ${name} port-forward service/frontend-service 8080:80 &`,
          'scripts/smoke_test.sh http://localhost:8080',
        ),
    rollback: toFencedBash(
      ...(canary
        ? [`kubectl argo rollouts -n ${name} abort backend-deployment`]
        : []),
      `helm -n ${name} history ${name}`,
      // Helm's own wait doesn't understand a Rollout: the script follows it.
      canary
        ? `scripts/rollback.sh ${answers.environment}`
        : `helm -n ${name} rollback ${name} --wait --timeout 15m`,
    ),
  };
}
