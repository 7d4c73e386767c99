import fc from 'fast-check';
import {
  answersSchema,
  applicationNameSchema,
  environmentWordSchema,
} from './answers';

const least = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};

describe('answersSchema', () => {
  it('fills in the defaults', () => {
    expect(answersSchema.parse(least)).toEqual({
      ...least,
      description: '',
      tier: 'staging',
      engine: 'cloudformation',
      strategy: 'rolling',
      databaseClass: 'db.t3.medium',
      backendReplicas: 3,
      logLevel: 'INFO',
    });
  });

  it.each([
    { namespace: 'kube-system' },
    { stackName: 'other' },
    { tier: 'production' },
    { owner: 'platform' },
    { owner: 'component:default/x' },
    { owner: 'group:default/a b' },
    { backendReplicas: 0 },
    { backendReplicas: 21 },
    { backendReplicas: 1.5 },
    { logLevel: 'TRACE' },
    { description: 'x'.repeat(201) },
  ])('refuses %j', wrong => {
    expect(answersSchema.safeParse({ ...least, ...wrong }).success).toBe(false);
  });
});

describe.each([
  ['applicationNameSchema', applicationNameSchema, 3, 20],
  ['environmentWordSchema', environmentWordSchema, 2, 15],
] as const)('%s', (_, schema, shortest, longest) => {
  it('takes lengths within its bounds', () => {
    const accepts = (length: number) =>
      schema.safeParse('a'.repeat(length)).success;
    expect([shortest - 1, shortest, longest, longest + 1].map(accepts)).toEqual(
      [false, true, true, false],
    );
  });

  it.each([
    'Fleet',
    '1fleet',
    'fleet-',
    '-fleet',
    'fl--eet',
    'fl_eet',
    'flé',
    '',
  ])('refuses %p', word => {
    expect(schema.safeParse(word).success).toBe(false);
  });

  it('takes only what is a DNS label, whatever the text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a-z0-9-]{1,20}$/),
      fc.stringMatching(/^[a-z][a-z0-9-]{2,12}\n?$/),
    );
    fc.assert(
      fc.property(texts, text => {
        fc.pre(schema.safeParse(text).success);
        expect(text).toMatch(/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(text).not.toContain('\n');
      }),
    );
  });
});
