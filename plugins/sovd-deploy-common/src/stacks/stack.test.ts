import { stackOutputsSchema, stackSchema } from './stack';

const stack = {
  engine: 'cloudformation',
  name: 'fleet-staging',
  phase: 'ready',
  providerStatus: 'UPDATE_COMPLETE',
  region: 'us-east-1',
  accountId: '123456789012',
  resourceCount: 9,
  outputs: { databaseHost: 'db.example' },
};

describe('stackSchema', () => {
  it.each([
    stack,
    // The engine's own word may be new to us: it is shown, not judged.
    { ...stack, phase: 'failed', providerStatus: 'NEW', cause: 'Quota' },
    { ...stack, engine: 'terraform', outputs: {} },
  ])('takes %j as it is', given => {
    expect(stackSchema.parse(given)).toEqual(given);
  });

  it.each([
    ['another engine', { engine: 'pulumi' }],
    ["the engine's word as its phase", { phase: 'UPDATE_COMPLETE' }],
    ['a part of a resource', { resourceCount: 1.5 }],
    ['an account as a number', { accountId: 123456789012 }],
    ['no outputs', { outputs: undefined }],
  ])('refuses %s', (_, wrong) => {
    expect(stackSchema.safeParse({ ...stack, ...wrong }).success).toBe(false);
  });
});

describe('stackOutputsSchema', () => {
  it.each<[object, boolean]>([
    [{}, true],
    [{ databasePort: '5432' }, true],
    [{ databasePort: 5432 }, false],
    [{ database: { host: 'db' } }, false],
    [['db'], false],
  ])('%j: %p', (outputs, expected) => {
    expect(stackOutputsSchema.safeParse(outputs).success).toBe(expected);
  });
});
