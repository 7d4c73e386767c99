import { answersSchema } from './answers';
import {
  environmentSchema,
  registrationPageSchema,
  registrationSchema,
} from './environment';

const given = {
  name: 'fleet',
  owner: 'group:default/platform',
  environment: 'staging',
  target: 'sandbox',
};
const environment = {
  id: '5a1d6c0e-8a53-4a3f-9a0a-0d4c5f1b7e21',
  entityRef: 'resource:default/fleet-staging',
  name: 'fleet-staging',
  answers: answersSchema.parse(given),
  repositoryUrl: 'http://localhost:15930/sovd/fleet',
  region: 'us-east-1',
  accountId: '123456789012',
  cluster: 'embedded',
  namespace: 'fleet-staging',
  releaseName: 'fleet-staging',
  stackName: 'fleet-staging',
  createdBy: 'user:default/ann',
  createdAt: '2026-11-21T10:00:00.000Z',
};

describe('environmentSchema', () => {
  it('takes a record as it is', () => {
    expect(environmentSchema.parse(environment)).toEqual(environment);
  });

  it.each(Object.keys(environment))('needs %s', field => {
    const wrong = { ...environment, [field]: undefined };
    expect(environmentSchema.safeParse(wrong).success).toBe(false);
  });

  it.each([
    { createdAt: '21 November 2026' },
    { accountId: 123456789012 },
    { answers: { ...environment.answers, tier: 'test' } },
    { answers: { ...environment.answers, namespace: 'kube-system' } },
  ])('refuses %j', wrong => {
    expect(
      environmentSchema.safeParse({ ...environment, ...wrong }).success,
    ).toBe(false);
  });
});

describe('registrationSchema', () => {
  it.each([given, { name: 7 }, {}])(
    'leaves the answers %j to be judged',
    answers => {
      expect(registrationSchema.parse({ answers })).toEqual({ answers });
    },
  );

  it.each([
    ['a place of its own', { answers: given, namespace: 'kube-system' }],
    ['an id of its own', { answers: given, id: environment.id }],
    ['answers at the top', given],
    ['no answers', {}],
    ['nothing', undefined],
  ])('refuses %s', (_, body) => {
    expect(registrationSchema.safeParse(body).success).toBe(false);
  });
});

describe('registrationPageSchema', () => {
  it.each<[object, boolean]>([
    [{ items: [] }, true],
    [{ items: [environment], nextCursor: 'abc' }, true],
    [{ items: [{ ...environment, stackName: undefined }] }, false],
    [{ nextCursor: 'abc' }, false],
  ])('%j: %p', (page, expected) => {
    expect(registrationPageSchema.safeParse(page).success).toBe(expected);
  });
});
