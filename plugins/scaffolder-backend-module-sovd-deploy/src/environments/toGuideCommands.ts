import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { toFencedBash } from './toFencedBash';
import type { TerraformTarget } from './toTerraformVariables';

/** Commands of one environment's guide, as fenced blocks by what they are for. */
export type GuideCommands = ReturnType<typeof toGuideCommands>;

/** Every command that names the environment: the runbooks say when to run which. */
export function toGuideCommands(answers: Answers, target: TerraformTarget) {
  const name = environmentName(answers);
  const namespace = namespaceOf(answers, target);
  const { accountId, region } = target;
  const own = target.clusterMode === 'create';
  const cluster = own ? `${name}-cluster` : target.cluster;
  return {
    signIn: toFencedBash(
      'aws sts get-caller-identity --query Account --output text',
      `aws eks update-kubeconfig --region ${region} --name ${cluster} --alias ${name}`,
      `kubectl config set-context --current --namespace ${namespace}`,
      'kubectl config current-context',
    ),
    infrastructure: toInfrastructure(answers, region),
    bootstrap: toFencedBash(
      `kubectl apply -f infrastructure/k8s/bootstrap/${answers.environment}`,
      `kubectl -n ${namespace} wait --for=condition=Ready externalsecret/sovd-webapp-secrets --timeout=120s`,
    ),
    migrate: toFencedBash(
      `kubectl -n ${namespace} logs job/${name}-migration`,
      `kubectl -n ${namespace} get job/${name}-migration`,
    ),
    logs: toFencedBash(
      `kubectl -n ${namespace} logs --selector app.kubernetes.io/component=backend --prefix --since 1h`,
      `kubectl -n ${namespace} get events --sort-by .lastTimestamp`,
      `aws logs tail /sovd/${name} --region ${region} --since 1h`,
    ),
    secrets: toFencedBash(
      ...['database', 'jwt', 'redis'].map(
        secret =>
          `aws secretsmanager describe-secret --region ${region} --secret-id ${name}/${secret} --query LastChangedDate`,
      ),
      `kubectl -n ${namespace} annotate externalsecret/sovd-webapp-secrets force-sync="$(date +%s)" --overwrite`,
      `kubectl -n ${namespace} wait --for=condition=Ready externalsecret/sovd-webapp-secrets --timeout=120s`,
    ),
    scale: toFencedBash(
      `kubectl -n ${namespace} get hpa`,
      `kubectl -n ${namespace} top pods`,
      'kubectl get nodes',
    ),
    backups: toFencedBash(
      `aws rds describe-db-instances --region ${region} --db-instance-identifier ${name} --query 'DBInstances[0].LatestRestorableTime' --output text`,
      `aws backup list-recovery-points-by-backup-vault --region ${region} --backup-vault-name ${name}`,
      `aws s3 ls s3://${name}-backups-${accountId}/`,
    ),
  };
}

function toInfrastructure(
  { engine, environment, ...answers }: Answers,
  region: string,
) {
  const name = environmentName({ ...answers, environment });
  if (engine === 'terraform') {
    const terraform = 'terraform -chdir=infrastructure/terraform';
    return toFencedBash(
      `${terraform} init -reconfigure -backend-config=environments/${environment}/backend.hcl`,
      `${terraform} plan -var-file=environments/${environment}/${environment}.auto.tfvars.json -out ${environment}.tfplan`,
      `${terraform} apply ${environment}.tfplan`,
      `${terraform} output -json > environments/${environment}/outputs.json`,
    );
  }
  return toFencedBash(
    `aws cloudformation describe-stacks --region ${region} --stack-name ${name} --query 'Stacks[0].StackStatus' --output text`,
    `aws cloudformation describe-stack-events --region ${region} --stack-name ${name} --max-items 20`,
  );
}
