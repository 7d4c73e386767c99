import { testStamp } from '../__testUtils__/testStamp';
import { FakeStampRepository } from './FakeStampRepository';
import { TemplateStatusReader } from './TemplateStatusReader';

const repositoryUrl = 'http://localhost:15930/sovd/fleet';
const place = { application: 'fleet', repositoryUrl };

describe('TemplateStatusReader', () => {
  function setUp() {
    const stamps = new FakeStampRepository();
    const files = testStamp({ files: { Makefile: ['all:\n', 'managed'] } });
    stamps.publish(repositoryUrl, files);
    const looked = jest.spyOn(stamps, 'readCondition');
    const reader = new TemplateStatusReader({
      proposer: { listOpen: async () => [] },
      stamps,
      versions: { newest: async () => '1.0.0' },
    });
    return { looked, reader, stamps };
  }

  it('looks at a commit once, however many ask', async () => {
    const { looked, reader, stamps } = setUp();
    const [one, other] = await Promise.all([
      reader.read(place),
      reader.read(place),
    ]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({
      version: '0.3.0',
      newest: '1.0.0',
      upgradable: true,
      breaking: true,
      drift: [],
    });
    expect(looked).toHaveBeenCalledTimes(1);

    stamps.edit(repositoryUrl, { Makefile: 'all: ours\n' });
    const { drift } = await reader.read(place);
    expect(drift).toMatchObject([{ path: 'Makefile', state: 'edited' }]);
    expect(looked).toHaveBeenCalledTimes(2);
  });

  it('looks again at a commit that it could not look at', async () => {
    const { looked, reader } = setUp();
    looked.mockRejectedValueOnce(new Error('The host is away'));
    await expect(reader.read(place)).rejects.toThrow('is away');
    await expect(reader.read(place)).resolves.toMatchObject({ drift: [] });
  });
});
