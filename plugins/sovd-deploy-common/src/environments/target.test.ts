import { testTarget as target } from '../__testUtils__/testAnswers';
import { targetSchema } from './target';

describe('targetSchema', () => {
  it.each([
    target,
    { ...target, remark: 'Nodes are simulated' },
    {
      ...target,
      engines: ['cloudformation'],
      strategies: ['rolling'],
      addOns: [],
      usedCidrs: ['10.8.0.0/16'],
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
    ['an add-on that nobody knows', { addOns: ['mesh'] }],
    ['no versions of Kubernetes', { kubernetesVersions: undefined }],
    ['an account that isn’t twelve digits', { accountId: '1234567890' }],
    ['no title', { title: undefined }],
  ])('refuses %s', (_, wrong) => {
    expect(targetSchema.safeParse({ ...target, ...wrong }).success).toBe(false);
  });
});
