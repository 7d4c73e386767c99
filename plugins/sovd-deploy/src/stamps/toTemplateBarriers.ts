import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';
import { toTemplateStanding } from './toTemplateStanding';

/** Why an action on a repository's stamp is off, in one sentence each; left out where it is on. */
export interface TemplateBarriers {
  upgrade?: string;
  addEnvironment?: string;
}

const both = (reason: string): TemplateBarriers => ({
  upgrade: reason,
  addEnvironment: reason,
});

/** The same rules as the backend's, which refuses whatever comes past them. */
export function toTemplateBarriers(status: TemplateStatus): TemplateBarriers {
  const { template, newest, version } = status;
  const open = status.proposals.find(({ state }) => state === 'open');
  if (open) {
    return both(
      `Merge or close the pull request “${open.title}” first: there is one at a time.`,
    );
  }
  if (!newest) return both(`This portal no longer has ${template}.`);
  if (!version) {
    return both(
      "Write the template's version into .sovd-template.yaml first: nobody knows which one stamped this repository.",
    );
  }
  switch (toTemplateStanding(status)) {
    case 'behind':
    case 'breaking':
      return {
        addEnvironment: `Upgrade the template first: ${newest} adds environments to a repository of ${newest} only.`,
      };
    case 'ahead':
      return both(
        `Update this portal first: its ${template} ${newest} is older than the repository's ${version}.`,
      );
    default:
      return { upgrade: `The repository has ${version}, the newest.` };
  }
}
