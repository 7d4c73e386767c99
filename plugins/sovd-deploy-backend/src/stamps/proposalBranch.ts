import { InputError } from '@backstage/errors';
import type { ProposalRequest } from '@sovd/plugin-sovd-deploy-common';
import { valid } from 'semver';

const ENVIRONMENT_PREFIX = 'sovd/add-env-';
const TEMPLATE_PREFIX = 'sovd/template-';

/**
 * Branch of a proposal's pull request.
 *
 * @throws InputError when the purpose has a name that no branch may have
 */
export function proposalBranch(purpose: ProposalRequest['purpose']): string {
  if (purpose.kind === 'environment') {
    if (/^[a-z](?:[a-z0-9]|-(?!-)){0,30}$/.test(purpose.environment)) {
      return `${ENVIRONMENT_PREFIX}${purpose.environment}`;
    }
    throw new InputError(
      `${purpose.environment} can't be an environment; take lower-case letters, digits and single hyphens`,
    );
  }
  if (valid(purpose.version) === purpose.version) {
    return `${TEMPLATE_PREFIX}${purpose.version}`;
  }
  throw new InputError(
    `${purpose.version} isn't a semantic version, such as 0.4.0`,
  );
}

/** Whether a branch is of a proposal: the portal's own, by its name. */
export function isProposalBranch(branch: string): boolean {
  return (
    branch.startsWith(ENVIRONMENT_PREFIX) || branch.startsWith(TEMPLATE_PREFIX)
  );
}
