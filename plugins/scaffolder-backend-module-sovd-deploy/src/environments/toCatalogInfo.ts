import { APPLICATION_ANNOTATION } from '@sovd/plugin-sovd-deploy-common';
import type { Answers } from '@sovd/plugin-sovd-deploy-common';
import type { GeneratedFile } from './GeneratedFile';
import { toYaml } from './toYaml';

const apiVersion = 'backstage.io/v1alpha1';

/** Workloads of the chart, with what each needs of the others. */
function workloadsOf(environments: readonly Answers[]) {
  const connector = environments.some(
    ({ vehicleConnectorEnabled }) => vehicleConnectorEnabled,
  )
    ? ['vehicle-connector']
    : [];
  return [
    { component: 'backend', type: 'service', needs: connector },
    { component: 'frontend', type: 'website', needs: ['backend'] },
    ...connector.map(component => ({ component, type: 'service', needs: [] })),
  ];
}

/**
 * System and Components of the application, with each workload that one of its
 * environments runs. The environments aren't here: the registry is the only truth about
 * them, and the portal's entity provider shows them.
 *
 * @param environments - at least one; what they say of the application is the same in all
 */
export function toCatalogInfo(
  environments: readonly Answers[],
  repositoryUrl: string,
): GeneratedFile {
  const [{ name, owner, system, description: text }] = environments;
  const description = text.trim() ? { description: text } : {};
  const lifecycle = environments.some(({ tier }) => tier === 'production')
    ? 'production'
    : 'experimental';
  const documents = system
    ? `component:default/${name}-backend`
    : `system:default/${name}`;
  const links = [{ url: repositoryUrl, title: 'Repository', icon: 'code' }];
  const ownSystem = {
    apiVersion,
    kind: 'System',
    metadata: {
      name,
      ...description,
      annotations: {
        [APPLICATION_ANNOTATION]: name,
        'backstage.io/techdocs-ref': 'dir:.',
      },
      links,
    },
    spec: { owner },
  };
  const components = workloadsOf(environments).map(
    ({ component, type, needs }) => ({
      apiVersion,
      kind: 'Component',
      metadata: {
        name: `${name}-${component}`,
        ...description,
        annotations: {
          [APPLICATION_ANNOTATION]: name,
          // built once, from the repository's docs/; the others show the same pages
          ...(system && component === 'backend'
            ? { 'backstage.io/techdocs-ref': 'dir:.' }
            : { 'backstage.io/techdocs-entity': documents }),
          'backstage.io/kubernetes-id': name,
          'backstage.io/kubernetes-label-selector': `backstage.io/kubernetes-id=${name},app.kubernetes.io/component=${component}`,
        },
        links,
      },
      spec: {
        type,
        lifecycle,
        owner,
        system: system ?? name,
        ...(needs.length > 0 && {
          dependsOn: needs.map(needed => `component:${name}-${needed}`),
        }),
      },
    }),
  );
  return {
    path: 'catalog-info.yaml',
    content: toYaml([...(system ? [] : [ownSystem]), ...components]),
  };
}
