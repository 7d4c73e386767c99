import { answersSchema, stampSchema } from '@sovd/plugin-sovd-deploy-common';
import type { AnswersInput, Stamp } from '@sovd/plugin-sovd-deploy-common';
import { addEnvironment } from '../stamps/addEnvironment';
import { parseTemplateRecord } from '../stamps/parseTemplateRecord';

const repositoryUrl = 'http://git.test/sovd/fleet';

/** A stamp with one environment and two shared files, as the portal's backend gives it. */
export function testStamp(input: AnswersInput = {}): Stamp {
  const answers = answersSchema.parse({
    name: 'fleet',
    description: 'Diagnostics',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'sandbox',
    ...input,
  });
  const shared = [
    { path: 'README.md', content: 'Ours\n' },
    { path: 'scripts/run.sh', content: '#!/bin/sh\n' },
  ];
  const written = addEnvironment({
    answers,
    target: {
      accountId: '123456789012',
      cluster: 'sandbox',
      clusterMode: 'create',
      namespacePattern: '{name}-{environment}',
      region: 'us-east-1',
    },
    repositoryUrl,
    template: { name: 'sovd-webapp', version: '0.4.0' },
    files: shared,
  });
  const files = new Map(
    [...shared, ...written].map(file => [file.path, file.content]),
  );
  return stampSchema.parse({
    application: 'fleet',
    repositoryUrl,
    commit: 'a81f3c2d4e5f60718293a4b5c6d7e8f901234567',
    record: parseTemplateRecord(files.get('.sovd-template.yaml') ?? ''),
    files: [...files].map(([path, content]) => ({
      path,
      content: Buffer.from(content).toString('base64'),
      executable: path.endsWith('.sh'),
    })),
  });
}
