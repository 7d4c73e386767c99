import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { sandboxState } from './sandboxState.fixture.ts';

const member = (fields: Record<string, string>) =>
  `<member>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</member>`;
const answer = (action: string, content: string) =>
  `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`;

/** AWS, as far as these questions go: each call is kept as `METHOD body`. */
async function aws(
  t: TestContext,
  reply: (body: string) => string,
  status = 200,
) {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    calls.push(`${request.method} ${request.url} ${body}`);
    response.writeHead(status, { 'content-type': 'text/xml' }).end(reply(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const { write } = sandboxState(t);
  write({ SANDBOX_AWS_URL: `http://127.0.0.1:${port}` });
  return calls;
}

test('a stack is told with its outputs by name', async t => {
  const outputs = ['A', 'B'].map(key =>
    member({ OutputKey: key, OutputValue: `value of ${key}` }),
  );
  const stack = { StackName: 'fleet-dev', StackStatus: 'CREATE_COMPLETE' };
  const content = member({ ...stack, Outputs: outputs.join('') });
  const calls = await aws(t, () =>
    answer('DescribeStacks', `<Stacks>${content}</Stacks>`),
  );
  const { describeStack } = await import('./cloudFormation.ts');
  assert.deepEqual(await describeStack('fleet-dev'), {
    status: 'CREATE_COMPLETE',
    outputs: { A: 'value of A', B: 'value of B' },
  });
  assert.match(calls[0], /StackName=fleet-dev/);
});

test('only stacks of that very name that live are counted', async t => {
  const list = [
    ['fleet-dev', 'CREATE_COMPLETE'],
    ['fleet-dev', 'DELETE_COMPLETE'],
    ['fleet-dev', 'DELETE_FAILED'],
    ['fleet-development', 'CREATE_COMPLETE'],
  ].map(([StackName, StackStatus]) => member({ StackName, StackStatus }));
  await aws(t, () =>
    answer('ListStacks', `<StackSummaries>${list.join('')}</StackSummaries>`),
  );
  const { countStacks } = await import('./cloudFormation.ts');
  assert.equal(await countStacks('fleet-dev'), 2);
});

test('a fault is set and taken back; a refusal is an error', async t => {
  const calls = await aws(t, () => '');
  const { injectFault } = await import('./cloudFormation.ts');
  await injectFault({ Database: 'no capacity' });
  await injectFault();
  assert.deepEqual(calls, [
    'PUT /sandbox-api/faults {"fail":{"Database":"no capacity"}}',
    'DELETE /sandbox-api/faults ',
  ]);
  await aws(t, () => '', 400);
  await assert.rejects(injectFault(), /answered 400/);
});
