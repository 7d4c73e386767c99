import { environmentName, namespaceOf } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Target } from '@sovd/plugin-sovd-deploy-common';
import { toFencedBash } from './toFencedBash';

/**
 * Commands that put the database back to an earlier second, beside the damaged one and
 * then in its place: RDS makes an endpoint's address from the identifier, so nothing
 * that runs has to learn a new one.
 */
export function toGuideRestore(
  answers: Answers,
  target: Pick<Target, 'namespacePattern' | 'region'>,
) {
  const name = environmentName(answers);
  const namespace = namespaceOf(answers, target);
  const { region } = target;
  const rds = (command: string) => `aws rds ${command} --region ${region}`;
  const ask = (attribute: string) =>
    `"$(${rds(
      'describe-db-instances',
    )} --db-instance-identifier ${name} --query 'DBInstances[0].${attribute}' --output text)"`;
  const rename = (from: string, to: string) =>
    `${rds(
      'modify-db-instance',
    )} --db-instance-identifier ${from} --new-db-instance-identifier ${to} --apply-immediately`;
  const wait = (identifier: string) =>
    `${rds(
      'wait db-instance-available',
    )} --db-instance-identifier ${identifier}`;
  return {
    restore: toFencedBash(
      'UNTIL=2026-01-31T09:30:00Z # the last second that is known to be good',
      `SUBNETS=${ask('DBSubnetGroup.DBSubnetGroupName')}`,
      `GROUP=${ask('VpcSecurityGroups[0].VpcSecurityGroupId')}`,
      `PARAMETERS=${ask('DBParameterGroups[0].DBParameterGroupName')}`,
      `${rds('restore-db-instance-to-point-in-time')} \\`,
      `  --source-db-instance-identifier ${name} --target-db-instance-identifier ${name}-restored \\`,
      '  --restore-time "$UNTIL" --db-subnet-group-name "$SUBNETS" \\',
      '  --vpc-security-group-ids "$GROUP" --db-parameter-group-name "$PARAMETERS" \\',
      `  ${
        answers.multiAz ? '--multi-az' : '--no-multi-az'
      } --no-publicly-accessible`,
      wait(`${name}-restored`),
    ),
    swap: toFencedBash(
      rename(name, `${name}-damaged`),
      wait(`${name}-damaged`),
      rename(`${name}-restored`, name),
      wait(name),
      ...(answers.strategy === 'canary'
        ? [`kubectl argo rollouts -n ${namespace} restart backend-deployment`]
        : [
            `kubectl -n ${namespace} rollout restart deployment/backend-deployment`,
          ]),
    ),
  };
}
