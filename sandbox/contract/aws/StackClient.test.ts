import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { serve } from '../../src/__testUtils__/serve.ts';
import { StackClient } from './StackClient.ts';

const result = (action: string, content: string) =>
  `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`;
const member = (fields: Record<string, string>) =>
  `<member>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</member>`;

/** CloudFormation that answers one action after the other. */
async function answering(t: TestContext, answers: [string, string][]) {
  const { url, calls } = await serve(t, ({ body }) => {
    const action = new URLSearchParams(body).get('Action');
    const [expected, content] = answers.shift() ?? ['nothing', ''];
    assert.equal(action, expected);
    return [200, result(expected, content)];
  });
  return { client: new StackClient(url), calls };
}
const stack = (StackStatus: string): [string, string] => [
  'DescribeStacks',
  `<Stacks>${member({ StackId: 'id', StackName: 's', StackStatus })}</Stacks>`,
];
const changeSet = (Status: string): [string, string] => [
  'DescribeChangeSet',
  `<Status>${Status}</Status><ChangeSetId>cs</ChangeSetId><StackId>id</StackId>`,
];

test('a stack is waited for until nothing is in progress', async t => {
  const { client, calls } = await answering(t, [
    stack('UPDATE_IN_PROGRESS'),
    stack('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'),
    stack('UPDATE_ROLLBACK_COMPLETE'),
  ]);
  const { StackStatus } = await client.settled('s');
  assert.equal(StackStatus, 'UPDATE_ROLLBACK_COMPLETE');
  assert.equal(calls.length, 3);
});

test('a change is applied only when its change set could be computed', async t => {
  const good = await answering(t, [
    ['CreateChangeSet', '<Id>cs</Id>'],
    changeSet('CREATE_IN_PROGRESS'),
    changeSet('CREATE_COMPLETE'),
    ['ExecuteChangeSet', ''],
    stack('CREATE_COMPLETE'),
  ]);
  assert.equal((await good.client.create('s', '{}')).StackId, 'id');
  const [create] = good.calls;
  assert.equal(new URLSearchParams(create.body).get('ChangeSetType'), 'CREATE');
  const bad = await answering(t, [
    ['CreateChangeSet', '<Id>cs</Id>'],
    changeSet('FAILED'),
  ]);
  await assert.rejects(bad.client.apply('s', '{}'));
});

test('events are told oldest first, failures with their reasons', async t => {
  const events = [
    {
      LogicalResourceId: 'B',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'why',
    },
    { LogicalResourceId: 'A', ResourceStatus: 'CREATE_COMPLETE' },
  ].map(fields => member(fields as Record<string, string>));
  const answer: [string, string] = [
    'DescribeStackEvents',
    `<StackEvents>${events.join('')}</StackEvents>`,
  ];
  const { client } = await answering(t, [answer, answer]);
  const told = (await client.events('s')).map(event => event.LogicalResourceId);
  assert.deepEqual(told, ['A', 'B']);
  assert.equal(await client.failures('s'), 'B: why');
});
