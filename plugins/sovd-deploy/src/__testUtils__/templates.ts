import type { TemplateStatus } from '@sovd/plugin-sovd-deploy-common';

const repositoryUrl = 'http://localhost:15930/sovd/diagnostics';

/** The repository of `diagnostics`, as its template wrote it and with the newest version. */
export const currentTemplate: TemplateStatus = {
  application: 'diagnostics',
  repositoryUrl,
  commit: '1f0c2ab8'.repeat(5),
  template: 'sovd-webapp',
  version: '0.4.0',
  newest: '0.4.0',
  upgradable: false,
  breaking: false,
  environments: ['integration', 'production', 'staging'],
  drift: [],
  proposals: [],
};

export const outdatedTemplate: TemplateStatus = {
  ...currentTemplate,
  version: '0.3.0',
  upgradable: true,
};

export const breakingTemplate: TemplateStatus = {
  ...outdatedTemplate,
  newest: '1.0.0',
  breaking: true,
};

export const driftedTemplate: TemplateStatus = {
  ...outdatedTemplate,
  drift: [
    {
      path: '.github/workflows/_deploy.yml',
      policy: 'managed',
      state: 'edited',
    },
    {
      path: 'environments/production/values.yaml',
      policy: 'generated',
      state: 'edited',
    },
    { path: 'docs/runbooks/redis.md', policy: 'managed', state: 'missing' },
  ],
};

/** A chart of its own, more or less: what is long must stay within its card. */
export const muchEditedTemplate: TemplateStatus = {
  ...outdatedTemplate,
  drift: Array.from({ length: 42 }, (_, index) => ({
    path: `helm/sovd-webapp/templates/a-workload-with-a-long-name-${index}/deployment.yaml`,
    policy: 'managed',
    state: index % 7 === 0 ? 'missing' : 'edited',
  })),
};

export const proposedTemplate: TemplateStatus = {
  ...outdatedTemplate,
  proposals: [
    {
      title: 'Upgrade sovd-webapp from 0.3.0 to 0.4.0',
      url: `${repositoryUrl}/pulls/7`,
      branch: 'sovd/template-0.4.0',
      state: 'open',
    },
  ],
};

/** Stamped by a portal that is newer than this one. */
export const newerTemplate: TemplateStatus = {
  ...currentTemplate,
  version: '0.5.0',
};

export const goneTemplate: TemplateStatus = {
  ...currentTemplate,
  newest: undefined,
};

/** A record of the time when templates had no version. */
export const unversionedTemplate: TemplateStatus = {
  ...currentTemplate,
  version: undefined,
  environments: [],
};
