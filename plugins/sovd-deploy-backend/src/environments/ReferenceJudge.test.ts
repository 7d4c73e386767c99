import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ReferenceJudge } from './ReferenceJudge';

const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});
const owner = 'group:default/platform';
const system = 'system:default/fleet';
const credentials = mockCredentials.user('user:default/ann');

describe('ReferenceJudge', () => {
  const catalog = catalogServiceMock({
    entities: [entity('Group', 'platform'), entity('System', 'fleet')],
  });
  const judge = new ReferenceJudge(catalog);

  it('has nothing against what stands in the catalog', async () => {
    expect(await judge.judge({ owner, system }, credentials)).toEqual([]);
    expect(await judge.judge({ owner }, credentials)).toEqual([]);
  });

  it('names what does not, each by its field', async () => {
    const findings = await judge.judge(
      { owner: 'group:default/nobody', system: 'system:default/nowhere' },
      credentials,
    );
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'entity-missing',
        severity: 'blocker',
        headline: 'The catalog has no group:default/nobody',
        fields: ['owner'],
      }),
      expect.objectContaining({
        headline: 'The catalog has no system:default/nowhere',
        fields: ['system'],
      }),
    ]);
  });

  it('names each approver that does not', async () => {
    const approvers = [owner, 'group:default/gone', 'user:default/left'];
    const findings = await judge.judge({ owner, approvers }, credentials);
    expect(findings).toMatchObject([
      {
        headline: 'The catalog has no group:default/gone',
        cause: expect.stringMatching(/^Each approver must be/),
        fields: ['approvers'],
      },
      { headline: 'The catalog has no user:default/left' },
    ]);
  });

  it('looks with the credentials of who asks', async () => {
    const getEntitiesByRefs = jest.fn(async () => ({ items: [undefined] }));
    const blind = new ReferenceJudge({ getEntitiesByRefs });
    expect(await blind.judge({ owner }, credentials)).toHaveLength(1);
    expect(getEntitiesByRefs).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });
  });
});
