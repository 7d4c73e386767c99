import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { addEnvironment } from '../../plugins/scaffolder-backend-module-sovd-deploy/src/stamps/addEnvironment';

/** Prints how many milliseconds it takes to make and write an environment's files, many times. */
const TIMES = 50;

const times: number[] = [];
for (let time = 0; time < TIMES; time += 1) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sovd-stamp-'));
  const began = performance.now();
  const answers = answersSchema.parse({
    name: 'bench',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'sandbox',
  });
  const files = addEnvironment({
    answers,
    target: {
      accountId: '123456789012',
      cluster: 'bench',
      clusterMode: 'create',
      namespacePattern: '{name}-{environment}',
      region: 'us-east-1',
    },
    repositoryUrl: 'http://localhost/sovd/bench',
    template: { name: 'sovd-webapp', version: '0.4.0' },
    files: [],
  });
  for (const file of files) {
    const to = path.join(folder, file.path);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, file.content);
  }
  times.push(performance.now() - began);
  rmSync(folder, { recursive: true });
}
process.stdout.write(JSON.stringify(times));
