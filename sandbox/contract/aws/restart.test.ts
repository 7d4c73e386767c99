import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { S3 } from '@aws-sdk/client-s3';

import { AwsServer } from './AwsServer.ts';
import { clientConfiguration } from './clientConfiguration.ts';
import { StackClient } from './StackClient.ts';
import { parameters, template } from './template.ts';

const whole = readFileSync(
  new URL('./environment.yaml', import.meta.url),
  'utf8',
);
const NAME = 'fleet-staging';

let aws: AwsServer;
let stacks: StackClient;

before(async () => {
  aws = await AwsServer.start();
  stacks = new StackClient(aws.endpoint);
});
after(() => aws.dispose());

test('after a restart a stack is back, in sync, alive and deletable', async () => {
  const made = await stacks.create(NAME, whole, {
    Parameters: parameters({ ApiKey: 'very-secret' }),
  });
  assert.equal(made.StackStatus, 'CREATE_COMPLETE');
  await aws.halt('SIGTERM');
  assert.equal(
    (statSync(aws.stateFile).mode % 0o1000).toString(8),
    '600',
    'the file holds secrets',
  );
  await aws.resume();

  const back = await stacks.stack(NAME);
  assert.deepEqual(back.Outputs, made.Outputs);
  const { status } = await stacks.drift(NAME);
  assert.equal(status.StackDriftStatus, 'IN_SYNC');
  const s3 = new S3({
    ...clientConfiguration(aws.endpoint),
    forcePathStyle: true,
  });
  await s3.headBucket({ Bucket: `${NAME}-files` });
  const gone = await stacks.remove(NAME);
  assert.equal(
    gone.StackStatus,
    'DELETE_COMPLETE',
    await stacks.failures(gone.StackId ?? NAME),
  );
});

test('a kill -9 keeps what was finished before it', async () => {
  const topics = template({
    One: { Type: 'AWS::SNS::Topic' },
    Two: { Type: 'AWS::SNS::Topic', DependsOn: 'One' },
  });
  await stacks.create('finished', topics);
  await aws.idle();
  await aws.halt('SIGKILL');
  await aws.resume();
  assert.equal((await stacks.stack('finished')).StackStatus, 'CREATE_COMPLETE');
  assert.equal(
    (await stacks.remove('finished')).StackStatus,
    'DELETE_COMPLETE',
  );
});

test('the state of another version of moto is discarded', async () => {
  await stacks.create(
    'discarded',
    template({ A: { Type: 'AWS::SNS::Topic' } }),
  );
  await aws.halt('SIGTERM');
  const state = readFileSync(aws.stateFile, 'latin1');
  writeFileSync(
    aws.stateFile,
    state.replace(/"moto": "[^"]+"/, '"moto": "0.0.1"'),
    'latin1',
  );
  await aws.resume();
  const { Stacks } = await stacks.api.describeStacks({});
  assert.deepEqual(Stacks ?? [], []);
});
