import { targetSchema } from './target';

const target = {
  name: 'sandbox',
  title: 'Sandbox',
  cluster: 'embedded',
  region: 'us-east-1',
  accountId: '123456789012',
  repositories: { type: 'gitea', host: 'localhost:15930', owner: 'sovd' },
  engines: ['cloudformation'],
  strategies: ['rolling'],
  databaseClasses: ['db.t3.medium'],
};

describe('targetSchema', () => {
  it.each([
    target,
    { ...target, remark: 'Nodes are simulated' },
    {
      ...target,
      engines: ['cloudformation', 'terraform'],
      strategies: ['rolling', 'canary'],
    },
  ])('takes %j as it is', given => {
    expect(targetSchema.parse(given)).toEqual(given);
  });

  it('lets nothing through that only the backend may know', () => {
    const secret = {
      deployer: { tokenFile: '/run/token' },
      awsEndpoint: 'http://localhost:15920',
      serviceAccountToken: 'read-only',
    };
    expect(targetSchema.parse({ ...target, ...secret })).toEqual(target);
  });

  it.each([
    ['a cluster with its address', { cluster: { name: 'a', url: 'b' } }],
    ['another kind of Git host', { repositories: { type: 'svn' } }],
    ['another engine', { engines: ['pulumi'] }],
    ['another strategy', { strategies: ['recreate'] }],
    ['one class in place of a list', { databaseClasses: 'db.t3.medium' }],
    ['no title', { title: undefined }],
  ])('refuses %s', (_, wrong) => {
    expect(targetSchema.safeParse({ ...target, ...wrong }).success).toBe(false);
  });
});
