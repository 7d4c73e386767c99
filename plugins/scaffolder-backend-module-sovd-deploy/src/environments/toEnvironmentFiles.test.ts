import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { toEnvironmentFiles } from './toEnvironmentFiles';
import type { EnvironmentSource } from './toEnvironmentFiles';

const golden = path.resolve(
  __dirname,
  '../../../../templates/sovd-webapp/examples/staging',
);

/** Where a file of the repository stands among the golden files. */
function goldenPathOf(file: string): string {
  return path.join(
    golden,
    file
      .replace('environments/staging/', '')
      .replace('infrastructure/cloudformation/', '')
      .replace('infrastructure/k8s/bootstrap/staging/', 'bootstrap/'),
  );
}

const source: EnvironmentSource = {
  answers: answersSchema.parse(
    JSON.parse(readFileSync(path.join(golden, 'answers.json'), 'utf8')),
  ),
  target: { accountId: '123456789012', region: 'us-east-1' },
  repositoryUrl: 'http://localhost:15930/sovd/fleet',
  template: { name: 'sovd-webapp', version: '0.1.0' },
};

function parsed(files: ReturnType<typeof toEnvironmentFiles>, name: string) {
  const file = files.find(({ path: at }) => at === name);
  return parseAllDocuments(file?.content ?? '', { version: '1.2' }).map(
    document => document.toJS(),
  );
}

describe('toEnvironmentFiles', () => {
  it('writes the golden files, byte for byte and no others', () => {
    const files = toEnvironmentFiles(source);
    for (const { path: file, content } of files) {
      expect(content).toBe(readFileSync(goldenPathOf(file), 'utf8'));
    }
    expect(files.map(file => file.path)).toEqual([
      'environments/staging/environment.yaml',
      'environments/staging/values.yaml',
      'infrastructure/cloudformation/parameters/staging.json',
      'infrastructure/k8s/bootstrap/staging/namespace.yaml',
      'infrastructure/k8s/bootstrap/staging/service-account.yaml',
      'infrastructure/k8s/bootstrap/staging/secret-store.yaml',
      'infrastructure/k8s/bootstrap/staging/external-secret.yaml',
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
        const files = toEnvironmentFiles({ ...source, answers });
        const [environment] = parsed(
          files,
          'environments/staging/environment.yaml',
        );
        const [record] = parsed(files, '.sovd-template.yaml');
        const catalog = parsed(files, 'catalog-info.yaml');
        expect(environment.answers).toEqual(answers);
        expect(record.environments).toEqual({ staging: answers });
        expect(catalog.map(entity => entity.metadata.description)).toEqual(
          description.trim()
            ? [description, description]
            : [undefined, undefined],
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each(['yes', 'off', 'null', 'true', 'nan'])(
    'keeps the name %s a string for readers of YAML 1.1, such as Helm',
    name => {
      const answers = { ...source.answers, name, environment: 'on' };
      const files = toEnvironmentFiles({ ...source, answers });
      const values = files.find(
        ({ path: at }) => at === 'environments/on/values.yaml',
      );
      expect(parse(values?.content ?? '', { version: '1.1' }).global).toEqual({
        application: name,
        environment: 'on',
        tier: 'staging',
      });
    },
  );
});
