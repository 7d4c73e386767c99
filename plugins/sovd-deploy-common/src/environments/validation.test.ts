import { validationRequestSchema, validationSchema } from './validation';

const repository = {
  state: 'new',
  url: 'http://localhost:15930/sovd/fleet',
  repoUrl: 'localhost:15930?owner=sovd&repo=fleet',
};

describe('validationRequestSchema', () => {
  it.each<[unknown, boolean]>([
    // Whether answers are right is what is asked: none of these is refused here.
    [{ answers: {} }, true],
    [{ answers: { name: 7, anything: [null] } }, true],
    [{}, false],
    [{ answers: 'fleet' }, false],
    [{ answers: ['fleet'] }, false],
    [{ answers: null }, false],
    [{ answers: {}, user: 'user:default/ann' }, false],
  ])('%j: %p', (body, expected) => {
    expect(validationRequestSchema.safeParse(body).success).toBe(expected);
  });
});

describe('validationSchema', () => {
  it.each([
    { findings: [] },
    { findings: [], environmentName: 'fleet-staging', repository },
    { findings: [], repository: { ...repository, state: 'foreign' } },
  ])('takes %j as it is', validation => {
    expect(validationSchema.parse(validation)).toEqual(validation);
  });

  it.each([
    ['no findings', {}],
    ['a finding of another form', { findings: ['name is taken'] }],
    ['unfinished answers', { findings: [], answers: { name: 'fleet' } }],
    [
      'a repository of unknown owner',
      { findings: [], repository: { ...repository, state: 'theirs' } },
    ],
    [
      'a repository without an address',
      { findings: [], repository: { ...repository, url: undefined } },
    ],
  ])('refuses %s', (_, validation) => {
    expect(validationSchema.safeParse(validation).success).toBe(false);
  });
});
