import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { addEnvironment } from './addEnvironment';
import type { EnvironmentAddition } from './addEnvironment';

const examples = path.resolve(
  __dirname,
  '../../../../templates/sovd-webapp/examples',
);
// Hundreds of stamps are made and parsed, and the tests share the machine with others.
jest.setTimeout(120_000);

const goldens = ['staging', 'production'];

/** Where a file of the repository stands among the golden files of an environment. */
function goldenPathOf(environment: string, file: string): string {
  const short = [
    `environments/${environment}/`,
    'infrastructure/cloudformation/',
    'infrastructure/helm/sovd-webapp/',
    'infrastructure/k8s/',
  ].reduce((rest, prefix) => rest.replace(prefix, ''), file);
  return path.join(
    examples,
    environment,
    short.replace(`bootstrap/${environment}/`, 'bootstrap/'),
  );
}

function sourceOf(environment: string): EnvironmentAddition {
  const file = path.join(examples, environment, 'answers.json');
  return {
    answers: answersSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
    target: {
      accountId: '123456789012',
      cluster: 'fleet',
      clusterMode: 'create',
      namespacePattern: '{name}-{environment}',
      region: 'us-east-1',
    },
    repositoryUrl: 'http://localhost:15930/sovd/fleet',
    template: { name: 'sovd-webapp', version: '0.4.0' },
    files: [],
  };
}
const source = sourceOf('staging');

function parsed(files: ReturnType<typeof addEnvironment>, name: string) {
  const file = files.find(({ path: at }) => at === name);
  return parseAllDocuments(file?.content ?? '', { version: '1.2' }).map(
    document => document.toJS(),
  );
}

/** The files of a repository after an addition. */
function filesWith(
  addition: EnvironmentAddition,
): EnvironmentAddition['files'] {
  const written = new Map(
    [...addition.files, ...addEnvironment(addition)].map(file => [
      file.path,
      file,
    ]),
  );
  return [...written.values()];
}

describe('addEnvironment', () => {
  const dev = { ...source.answers, environment: 'dev' };
  const readme = { path: 'README.md', content: 'Ours\n' };
  const stamped = filesWith({ ...source, files: [readme] });

  it('gives the bytes that are there for an environment that is there', () => {
    const again = addEnvironment({ ...source, files: stamped });
    expect(again.length).toBeGreaterThan(10);
    for (const file of again) expect(stamped).toContainEqual(file);
  });

  it('comes to the same repository in whatever order environments are added', () => {
    const both = filesWith({ ...source, answers: dev, files: stamped });
    const devFirst = filesWith({ ...source, answers: dev, files: [readme] });
    const other = filesWith({ ...source, files: devFirst });
    const sorted = (files: EnvironmentAddition['files']) =>
      [...files].sort((one, two) => (one.path < two.path ? -1 : 1));
    expect(sorted(other)).toEqual(sorted(both));
  });

  const oneOlder = stamped.map(file =>
    file.path === '.sovd-template.yaml'
      ? {
          path: file.path,
          content: String(file.content).replace(
            'version: 0.4.0',
            'version: 0.3.0',
          ),
        }
      : file,
  );
  it.each([
    [
      'other answers',
      { ...source.answers, backendMax: 7 },
      stamped,
      '0.4.0',
      /\(backendMax\)\. Choose another name/,
    ],
    [
      'another owner',
      { ...dev, owner: 'user:default/eve' },
      stamped,
      '0.4.0',
      /dev says something else of the application than staging does \(owner\)/,
    ],
    [
      'another application',
      { ...dev, name: 'harbor' },
      stamped,
      '0.4.0',
      /\(name\)/,
    ],
    [
      'an older template',
      dev,
      oneOlder,
      '0.4.0',
      /has version 0\.3\.0 of sovd-webapp.*Upgrade the repository to 0\.4\.0 first: open fleet/,
    ],
    [
      'an older portal',
      dev,
      stamped,
      '0.3.0',
      /this portal writes 0\.3\.0\. Update the portal first/,
    ],
  ])('refuses %s', (_, answers, files, version, message) => {
    const template = { name: 'sovd-webapp', version };
    expect(() =>
      addEnvironment({ ...source, answers, files, template }),
    ).toThrow(message);
  });

  it.each(['x', '- 1', 'kind: Other', ': ['])(
    'refuses the record %j, and says how to bring it back',
    content => {
      const files = [{ path: '.sovd-template.yaml', content }];
      expect(() => addEnvironment({ ...source, files })).toThrow(
        /git checkout sovd-template\/base -- \.sovd-template\.yaml/,
      );
    },
  );

  it('names the environment whose recorded answers are none', () => {
    const files = stamped.map(file =>
      file.path === '.sovd-template.yaml'
        ? {
            path: file.path,
            content: String(file.content).replace('nodesMax: 5', 'nodesMax: x'),
          }
        : file,
    );
    expect(() => addEnvironment({ ...source, answers: dev, files })).toThrow(
      /The answers of staging in \.sovd-template\.yaml.*\n.*nodesMax/s,
    );
  });

  it.each(goldens)('writes the golden files of %s, byte for byte', name => {
    for (const { path: file, content } of addEnvironment(sourceOf(name))) {
      expect(content).toBe(readFileSync(goldenPathOf(name, file), 'utf8'));
    }
  });

  it.each(goldens)('writes these files for %s and no others', name => {
    const files = addEnvironment(sourceOf(name));
    expect(files.map(file => file.path)).toEqual([
      `environments/${name}/environment.yaml`,
      `environments/${name}/values.yaml`,
      `infrastructure/helm/sovd-webapp/values-${name}.yaml`,
      `environments/${name}/estimate.json`,
      `environments/${name}/README.md`,
      `docs/environments/${name}.md`,
      `infrastructure/cloudformation/parameters/${name}.json`,
      `infrastructure/k8s/bootstrap/${name}/namespace.yaml`,
      `infrastructure/k8s/bootstrap/${name}/service-account.yaml`,
      `infrastructure/k8s/bootstrap/${name}/secret-store.yaml`,
      `infrastructure/k8s/bootstrap/${name}/external-secret.yaml`,
      `infrastructure/k8s/bootstrap/${name}/limits.yaml`,
      'CODEOWNERS',
      'catalog-info.yaml',
      '.sovd-template.yaml',
    ]);
  });

  it('carries any description through every file unharmed', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            ...['"', "'", '`', '- ', '#', ': ', '\n', '\r\n', '\t', ' ', '|'],
            ...['${{ values.name }}', '{{ .Values.x }}', '{% raw %}', '🚗'],
            ...['---', '...', '%YAML 1.1', '&a', '*a', '!!js', '<<', '\\'],
            ...['yes', 'off', '1_000', '0x1f', '1:20', '~', '\u0085', '\u2028'],
          ),
          { maxLength: 12 },
        )
        .map(words => words.join('').slice(0, 200)),
    );
    fc.assert(
      fc.property(hostile, description => {
        const answers = { ...source.answers, description };
        const files = addEnvironment({ ...source, answers });
        const [environment] = parsed(
          files,
          'environments/staging/environment.yaml',
        );
        const [record] = parsed(files, '.sovd-template.yaml');
        const catalog = parsed(files, 'catalog-info.yaml');
        expect(environment.answers).toEqual(answers);
        expect(record.environments).toEqual({ staging: answers });
        expect(catalog.map(entity => entity.metadata.description)).toEqual(
          Array(3).fill(description.trim() ? description : undefined),
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each(['yes', 'off', 'null', 'true', 'nan'])(
    'keeps the name %s a string for readers of YAML 1.1, such as Helm',
    name => {
      const answers = { ...source.answers, name, environment: 'on' };
      const files = addEnvironment({ ...source, answers });
      const values = files.find(
        ({ path: at }) => at === 'environments/on/values.yaml',
      );
      expect(
        parse(values?.content ?? '', { version: '1.1' }).global,
      ).toMatchObject({
        application: name,
        environment: 'on',
        tier: 'staging',
      });
    },
  );
});
