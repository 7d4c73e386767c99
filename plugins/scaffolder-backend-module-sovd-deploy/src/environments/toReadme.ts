import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import { toMarkdownTable } from './toMarkdownTable';

const begin = '<!-- sovd:begin environments -->';
const end = '<!-- sovd:end environments -->';

const engines: Record<Answers['engine'], string> = {
  cloudformation: 'CloudFormation',
  terraform: 'Terraform',
};

function toSection(environments: readonly Answers[]): string {
  const table = toMarkdownTable(
    ['environment', 'tier', 'address', 'made by', 'commands and cost'],
    environments.map(({ environment, tier, domain, engine }) => [
      `[${environment}](environments/${environment}/README.md)`,
      tier,
      domain ? `\`${domain}\`` : 'none of its own',
      engines[engine],
      `[${environment}.md](docs/environments/${environment}.md)`,
    ]),
  );
  return `${begin}\n${table}\n${end}`;
}

/**
 * The repository's `README.md` with the table of its environments. All text outside of
 * the two marks is a team's own and stays as it is, to the byte; where the marks are
 * missing, the table becomes the first chapter: teams add theirs at the end, where both
 * would be in each other's way.
 *
 * @param text - the file as it is
 */
export function toReadme(
  text: string,
  environments: readonly Answers[],
): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  const section = toSection(environments);
  if (from >= 0 && to >= 0) {
    return text.slice(0, from) + section + text.slice(to + end.length);
  }
  const chapter = `## Environments\n\n${section}\n`;
  const first = text.search(/^## /m);
  if (first >= 0) {
    return `${text.slice(0, first)}${chapter}\n${text.slice(first)}`;
  }
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${gap}\n${chapter}`;
}
