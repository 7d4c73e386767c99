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
  const record = toTemplateRecord(answers, { name: 'sovd-webapp' }, [file]);
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
      },
    },
  });
});
