import { environmentName } from '@sovd/plugin-sovd-deploy-common';
import type { Answers, Estimate } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toGuideCommands } from './toGuideCommands';
import { toGuideCost } from './toGuideCost';
import { toGuideFacts } from './toGuideFacts';
import { toGuideRelease } from './toGuideRelease';
import { toGuideRestore } from './toGuideRestore';
import type { TerraformTarget } from './toTerraformVariables';

/**
 * The page of one environment among the repository's documents: its names, sizes, costs,
 * and the commands of the runbooks with these names in them. Free text of the form isn't
 * repeated: it could be taken for Markdown.
 */
export function toEnvironmentGuide(
  answers: Answers,
  target: TerraformTarget,
  estimate: Estimate,
): GeneratedFile {
  const name = environmentName(answers);
  const facts = toGuideFacts(answers, target);
  const commands = toGuideCommands(answers, target);
  const release = toGuideRelease(answers, target);
  const restore = toGuideRestore(answers, target);
  const runbook = (page: string, what: string) =>
    `When and why: [${what}](../runbooks/${page}).`;
  const sections: [string, ...string[]][] = [
    ['Names', facts.names],
    ['Sizes', facts.sizes],
    [
      'Sign in',
      commands.signIn,
      `Verify: account \`${target.accountId}\` and context \`${name}\`.`,
    ],
    [
      'Infrastructure',
      runbook('infrastructure_setup.md', 'Infrastructure setup'),
      commands.infrastructure,
    ],
    ['Bootstrap', 'Once, before the first release.', commands.bootstrap],
    [
      'Deploy',
      runbook('deployment.md', 'Deployment'),
      toApproval(answers),
      release.deploy,
      'Verify:',
      release.watch,
      release.smoke,
    ],
    [
      'Roll back',
      runbook('deployment.md#rolling-back', 'Rolling back'),
      release.rollback,
    ],
    [
      'Migrate',
      runbook('database_migrations.md', 'Database migrations'),
      'The release above migrates before it replaces pods. What it did:',
      commands.migrate,
    ],
    ['Logs', runbook('troubleshooting.md', 'Troubleshooting'), commands.logs],
    [
      'Secrets',
      runbook('secrets_rotation.md', 'Secrets rotation'),
      commands.secrets,
    ],
    ['Scale', runbook('monitoring.md', 'Monitoring'), commands.scale],
    [
      'Backups',
      runbook('disaster_recovery.md', 'Disaster recovery'),
      commands.backups,
    ],
    [
      'Restore',
      `Beside the damaged database, within the last ${answers.backupRetentionDays} days:`,
      restore.restore,
      'Look at its data. Then, in the place of the damaged one:',
      restore.swap,
    ],
    ['Cost', toGuideCost(answers, estimate)],
  ];
  return {
    path: `docs/environments/${answers.environment}.md`,
    content: [
      `# ${name}`,
      `Generated from \`environments/${answers.environment}/environment.yaml\`: edits here are overwritten.`,
      ...sections.flatMap(([title, ...parts]) => [`## ${title}`, ...parts]),
    ]
      .join('\n\n')
      .concat('\n'),
  };
}

function toApproval({ changeApproval, tier }: Answers): string {
  const how = changeApproval
    ? 'The portal deploys after somebody who may has approved the plan.'
    : 'The portal and the pipeline deploy without an approval.';
  const care =
    tier === 'production'
      ? ' By hand only when the portal is out of reach, with a second person and the checklist of the runbook:'
      : ' By hand:';
  return how + care;
}
