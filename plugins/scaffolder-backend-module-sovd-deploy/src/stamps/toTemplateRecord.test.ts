import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { parse } from 'yaml';
import { toTemplateRecord } from './toTemplateRecord';

const answers = answersSchema.parse({
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'aws',
});

it('names application and template, and sums up every file', () => {
  const file = { path: 'environments/staging/values.yaml', content: 'é\n' };
  const record = toTemplateRecord([answers], { name: 'sovd-webapp' }, [file]);
  expect(record.path).toBe('.sovd-template.yaml');
  expect(parse(record.content)).toEqual({
    apiVersion: 'sovd.io/v1',
    kind: 'TemplateRecord',
    application: 'fleet',
    template: { name: 'sovd-webapp' },
    environments: { staging: answers },
    files: {
      // printf 'é\n' | sha256sum
      'environments/staging/values.yaml': {
        sha256:
          'edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2',
        policy: 'generated',
      },
    },
  });
});

it('sorts environments and files, so that an addition is a few new lines', () => {
  const production = { ...answers, environment: 'production' };
  const files = [
    'scripts/backup.sh',
    'README.md',
    'Makefile',
    'backend/app/a.py',
  ];
  const recordOf = (environments: (typeof answers)[], paths: string[]) =>
    toTemplateRecord(
      environments,
      { name: 'sovd-webapp', version: '0.4.0' },
      paths.map(path => ({ path, content: path })),
    ).content;
  const content = recordOf([answers, production], files);
  const record = parse(content);
  expect(Object.keys(record.environments)).toEqual(['production', 'staging']);
  expect(
    Object.entries(record.files).map(([path, file]) => [
      path,
      (file as { policy: string }).policy,
    ]),
  ).toEqual([
    ['Makefile', 'managed'],
    ['README.md', 'seeded'],
    ['backend/app/a.py', 'seeded'],
    ['scripts/backup.sh', 'managed'],
  ]);
  expect(recordOf([production, answers], [...files].reverse())).toBe(content);
});
