import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

/**
 * System and Component of the application. Its environments aren't here: the registry
 * is the only truth about them, and the portal's entity provider shows them.
 */
export function toCatalogInfo(
  answers: Answers,
  repositoryUrl: string,
): GeneratedFile {
  const description = answers.description.trim()
    ? { description: answers.description }
    : {};
  const links = [{ url: repositoryUrl, title: 'Repository', icon: 'code' }];
  const system = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: answers.name, ...description, links },
    spec: { owner: answers.owner },
  };
  const backend = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `${answers.name}-backend`,
      ...description,
      annotations: { 'backstage.io/kubernetes-id': answers.name },
      links,
    },
    spec: {
      type: 'service',
      lifecycle: 'experimental',
      owner: answers.owner,
      system: answers.name,
    },
  };
  return { path: 'catalog-info.yaml', content: toYaml([system, backend]) };
}
