import { normalizeObject } from './normalizeObject';

const at = { apiVersion: 'v1', kind: 'ConfigMap' };

describe('normalizeObject', () => {
  it('takes away what every revision changes and what the plan says elsewhere', () => {
    const labels = {
      'app.kubernetes.io/component': 'backend',
      'app.kubernetes.io/version': '1.0.0',
    };
    expect(
      normalizeObject(
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: {
            name: 'backend',
            labels: { ...labels, 'helm.sh/chart': 'sovd-webapp-0.1.0' },
            annotations: { 'sovd.io/helm-revision': '7' },
            creationTimestamp: null,
          },
          spec: { template: { metadata: { labels } }, paused: null },
          status: {},
        },
        'fleet-staging',
      ),
    ).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'backend',
        namespace: 'fleet-staging',
        labels: { 'app.kubernetes.io/component': 'backend' },
      },
      spec: {
        template: {
          metadata: { labels: { 'app.kubernetes.io/component': 'backend' } },
        },
      },
    });
  });

  it('keeps annotations that mean something', () => {
    const annotations = { 'checksum/config': 'abc' };
    const metadata = { name: 'a', annotations };
    expect(
      normalizeObject({ ...at, metadata }, 'n').metadata.annotations,
    ).toEqual(annotations);
  });

  it("leaves another namespace and a ConfigMap's own words as they are", () => {
    const object = {
      ...at,
      metadata: { name: 'a', namespace: 'other' },
      data: { LOG_LEVEL: 'INFO', EMPTY: '' },
    };
    expect(normalizeObject(object, 'n')).toEqual(object);
  });

  it('never lets out what a Secret holds', () => {
    const object = normalizeObject(
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 's' },
        data: { password: 'aHVudGVyMg==' },
        stringData: { token: 'hunter2' },
        type: 'Opaque',
      },
      'n',
    );
    expect(object).toMatchObject({
      data: { password: '(hidden)' },
      stringData: { token: '(hidden)' },
      type: 'Opaque',
    });
    expect(JSON.stringify(object)).not.toMatch(/hunter2|aHVudGVyMg/);
  });
});
