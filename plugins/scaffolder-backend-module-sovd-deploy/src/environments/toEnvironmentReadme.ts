import {
  environmentName,
  formatMoney,
  namespaceOf,
  toEnvironmentCost,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  Answers,
  Estimate,
  Target,
} from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';

type Place = Pick<Target, 'accountId' | 'namespacePattern' | 'region'>;

/**
 * What a person needs to know about one environment. Only names, numbers and words from
 * lists stand here: free text of the form could be taken for Markdown.
 */
export function toEnvironmentReadme(
  answers: Answers,
  place: Place,
  estimate: Estimate,
): GeneratedFile {
  const sections = [
    `# ${environmentName(answers)}`,
    'Generated from `environment.yaml` beside it: edits here are overwritten.',
    toNames(answers, place),
    toAddresses(answers),
    toCommands(answers, place),
    toCost(answers, estimate),
  ];
  return {
    path: `environments/${answers.environment}/README.md`,
    content: `${sections.join('\n\n')}\n`,
  };
}

function table(
  heads: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): string {
  const lines = [heads, ['---', '---'], ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function toNames(answers: Answers, place: Place): string {
  const { accountId, region } = place;
  const name = environmentName(answers);
  const namespace = namespaceOf(answers, place);
  const rows = [
    ['Tier', answers.tier],
    ...(namespace === name
      ? [['Kubernetes namespace, Helm release', `\`${name}\``] as const]
      : [
          ['Kubernetes namespace', `\`${namespace}\``] as const,
          ['Helm release', `\`${name}\``] as const,
        ]),
    ['CloudFormation stack', `\`${name}\` in ${region}, account ${accountId}`],
    ['Database', `\`${name.replaceAll('-', '_')}\` on \`${name}\``],
    ['Secrets', `\`${name}/database\`, \`${name}/jwt\`, \`${name}/redis\``],
    ['Logs', `\`/sovd/${name}\``],
  ] as const;
  return `## Names\n\n${table(['what', 'name'], rows)}`;
}

function toAddresses({ domain }: Answers): string {
  const text = domain
    ? `- page: https://${domain}\n- API: https://${domain}/api/vehicles\n- WebSockets: wss://${domain}/ws`
    : 'It has no domain, so the load balancer is left out; the commands below open a way in.';
  return `## Addresses\n\n${text}`;
}

function toCommands(answers: Answers, place: Place): string {
  const { region } = place;
  const name = environmentName(answers);
  const namespace = namespaceOf(answers, place);
  const commands = [
    `kubectl --namespace ${namespace} get deployments,hpa,pods`,
    `kubectl --namespace ${namespace} logs deployment/backend-deployment --tail 100`,
    `kubectl --namespace ${namespace} logs job/${name}-migration`,
    `kubectl --namespace ${namespace} port-forward service/frontend-service 8080:80`,
    `helm --namespace ${namespace} history ${name}`,
    `aws cloudformation describe-stacks --region ${region} --stack-name ${name}`,
  ];
  return `## Commands\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\``;
}

function toCost(answers: Answers, estimate: Estimate): string {
  const { baseline, peak, budget, groups } = toEnvironmentCost(
    estimate,
    answers.monthlyBudgetUsd,
  );
  const rows = [
    ...groups.map(({ label, monthly }) => [label, formatMoney(monthly)]),
    ['**Together**', `**${formatMoney(baseline)}**`],
    ['With the most pods all month', formatMoney(peak)],
    ['Budget', formatMoney(budget)],
  ] as [string, string][];
  return [
    '## Cost',
    `US dollars a month in ${estimate.region}, prices of ${
      estimate.pricesAsOf
    }${
      estimate.approximate ? ', approximate for this region' : ''
    }. Each line stands in \`estimate.json\`.`,
    table(['what', 'a month'], rows),
  ].join('\n\n');
}
