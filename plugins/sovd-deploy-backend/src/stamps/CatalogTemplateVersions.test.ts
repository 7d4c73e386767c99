import { mockServices } from '@backstage/backend-test-utils';
import { testTemplate } from '../__testUtils__/testCatalog';
import { CatalogTemplateVersions } from './CatalogTemplateVersions';

describe('CatalogTemplateVersions', () => {
  function setUp() {
    const getEntityByRef = jest.fn(
      async (): Promise<typeof testTemplate | undefined> => testTemplate,
    );
    let now = 0;
    const versions = new CatalogTemplateVersions({
      auth: mockServices.auth(),
      catalog: { getEntityByRef },
      now: () => now,
    });
    const pass = (seconds: number) => {
      now += seconds * 1_000;
    };
    return { getEntityByRef, pass, versions };
  }

  it('asks the catalog once a minute, as the portal itself', async () => {
    const { getEntityByRef, pass, versions } = setUp();
    const [one, other] = await Promise.all([
      versions.newest('sovd-webapp'),
      versions.newest('sovd-webapp'),
    ]);
    expect([one, other]).toEqual(['0.4.0', '0.4.0']);
    expect(getEntityByRef).toHaveBeenCalledTimes(1);
    expect(getEntityByRef).toHaveBeenCalledWith(
      { kind: 'template', namespace: 'default', name: 'sovd-webapp' },
      { credentials: expect.objectContaining({ $$type: expect.any(String) }) },
    );
    pass(61);
    await versions.newest('sovd-webapp');
    expect(getEntityByRef).toHaveBeenCalledTimes(2);
  });

  it('knows no version of a template that is gone', async () => {
    const { getEntityByRef, versions } = setUp();
    getEntityByRef.mockResolvedValue(undefined);
    await expect(versions.newest('sovd-webapp')).resolves.toBeUndefined();
  });

  it('asks again after an error', async () => {
    const { getEntityByRef, versions } = setUp();
    getEntityByRef.mockRejectedValueOnce(new Error('The catalog is away'));
    await expect(versions.newest('sovd-webapp')).rejects.toThrow('is away');
    await expect(versions.newest('sovd-webapp')).resolves.toBe('0.4.0');
  });
});
