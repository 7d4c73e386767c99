import { parseManifest } from './parseManifest';

const config = (name: string, more = '') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

describe('parseManifest', () => {
  it('gives every object with the types that Helm sees', () => {
    const text = `---\n# Source: a.yaml\n${config(
      'a',
      'data:\n  on: yes\n  mode: 0644\n  day: 2026-11-21\n  at: 12:30\n',
    )}---\n# nothing\n---\n${config('b')}`;
    expect(parseManifest(text)).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a' },
        data: { true: true, mode: 420, day: '2026-11-21', at: '12:30' },
      },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'b' } },
    ]);
  });

  it('keeps hooks but tests', () => {
    const hooked = (name: string, hook: string) =>
      config(name, `  annotations:\n    helm.sh/hook: ${hook}\n`);
    const text = [
      hooked('migration', 'pre-install,pre-upgrade'),
      hooked('probe', 'test'),
    ].join('---\n');
    expect(parseManifest(text).map(({ metadata }) => metadata.name)).toEqual([
      'migration',
    ]);
  });

  it('has nothing to say about nothing', () => {
    expect(parseManifest('')).toEqual([]);
  });

  it.each([
    ['a: [', "isn't YAML"],
    ['kind: Job', 'no Kubernetes object'],
    ['just words', 'no Kubernetes object'],
  ])('refuses %j', (text, message) => {
    expect(() => parseManifest(text)).toThrow(message);
  });
});
