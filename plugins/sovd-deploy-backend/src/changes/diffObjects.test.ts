import { diffObjects } from './diffObjects';

const config = (name: string, data: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'fleet-staging' },
  data,
});
const hook = {
  ...config('migration'),
  kind: 'Job',
  metadata: {
    ...config('migration').metadata,
    annotations: { 'helm.sh/hook': 'pre-upgrade' },
  },
};

describe('diffObjects', () => {
  it('tells added, changed, removed and unchanged objects apart', () => {
    const from = [config('a', { x: '1' }), config('b'), config('c')];
    const to = [config('d'), config('c'), config('a', { x: '2' })];
    expect(diffObjects(from, to)).toEqual({
      changes: [
        {
          kind: 'ConfigMap',
          name: 'a',
          action: 'change',
          fields: [{ path: 'data.x', from: '1', to: '2' }],
        },
        { kind: 'ConfigMap', name: 'b', action: 'remove', fields: [] },
        { kind: 'ConfigMap', name: 'd', action: 'add', fields: [] },
      ],
      unchanged: 1,
    });
  });

  it('follows an object through another API version', () => {
    const from = { ...config('a'), apiVersion: 'policy/v1beta1' };
    const to = { ...config('a'), apiVersion: 'policy/v1' };
    expect(diffObjects([from], [to]).changes).toEqual([
      {
        kind: 'ConfigMap',
        name: 'a',
        action: 'change',
        fields: [
          { path: 'apiVersion', from: 'policy/v1beta1', to: 'policy/v1' },
        ],
      },
    ]);
  });

  it('takes two of one name in two namespaces for two', () => {
    const other = config('a');
    other.metadata.namespace = 'other';
    expect(diffObjects([config('a')], [other]).changes).toMatchObject([
      { action: 'remove' },
      { action: 'add' },
    ]);
  });

  it('says nothing of a hook that is no more, since Helm leaves what it made', () => {
    expect(diffObjects([hook], [])).toEqual({ changes: [], unchanged: 0 });
    expect(diffObjects([], [hook]).changes).toMatchObject([{ action: 'add' }]);
  });
});
