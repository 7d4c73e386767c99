/** An object with the path of the collection that it belongs to. */
export interface PlacedObject {
  path: string;
  object: object;
}

/** What the chart of an environment makes, as far as the portal follows it: two workloads, four pods. */
const workloads = [
  { component: 'backend', replicas: 3 },
  { component: 'frontend', replicas: 1 },
];

function labelsOf(name: string, component: string) {
  return {
    'app.kubernetes.io/part-of': 'sovd-webapp',
    'app.kubernetes.io/name': 'sovd-webapp',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/version': '2.5.0',
    'app.kubernetes.io/managed-by': 'Helm',
  };
}

/** Namespace and workloads of one environment. */
export function fleetObjects(name: string): PlacedObject[] {
  const metadata = { name };
  return [
    {
      path: '/api/v1/namespaces',
      object: { apiVersion: 'v1', kind: 'Namespace', metadata },
    },
    ...workloads.map(({ component, replicas }) => {
      const labels = labelsOf(name, component);
      const containers = [
        {
          name: component,
          image: `localhost:15000/sovd/${name}-${component}:2.5.0`,
          resources: { requests: { cpu: '5m', memory: '8Mi' } },
        },
      ];
      return {
        path: `/apis/apps/v1/namespaces/${name}/deployments`,
        object: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: {
            name: `${component}-deployment`,
            labels,
            annotations: { 'sovd.io/helm-revision': '1' },
          },
          spec: {
            replicas,
            selector: { matchLabels: labels },
            template: { metadata: { labels }, spec: { containers } },
          },
        },
      };
    }),
  ];
}
