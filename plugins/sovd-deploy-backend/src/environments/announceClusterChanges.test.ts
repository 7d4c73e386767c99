import { announceClusterChanges } from './announceClusterChanges';
import { proposeEnvironment } from '../__testUtils__/testTarget';

const environment = proposeEnvironment();
const place = { cluster: 'embedded', namespace: 'fleet-staging' };
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

function setUp() {
  let change = (_: typeof place) => {};
  const announcer = { announce: jest.fn() };
  const findAtPlace = jest.fn(async ({ namespace }: typeof place) =>
    namespace === environment.namespace ? environment : undefined,
  );
  const warn = jest.fn();
  announceClusterChanges(
    {
      onChange: listener => {
        change = listener;
      },
    },
    { findAtPlace },
    announcer,
    { warn },
  );
  return {
    change: (at: typeof place) => change(at),
    announcer,
    findAtPlace,
    warn,
  };
}

describe('announceClusterChanges', () => {
  it('asks the registry once for a place and announces every change of it', async () => {
    const { announcer, change, findAtPlace } = setUp();
    for (let index = 0; index < 3; index++) {
      change(place);
      await nextTurn();
    }
    expect(announcer.announce.mock.calls).toEqual(
      Array(3).fill([environment.id]),
    );
    expect(findAtPlace).toHaveBeenCalledTimes(1);
  });

  it('asks again for a place that nobody has registered yet', async () => {
    const { announcer, change, findAtPlace } = setUp();
    const elsewhere = { ...place, namespace: 'elsewhere' };
    change(elsewhere);
    await nextTurn();
    change(elsewhere);
    await nextTurn();
    expect(findAtPlace).toHaveBeenCalledTimes(2);
    expect(announcer.announce).not.toHaveBeenCalled();
  });

  it('survives a registry that cannot be asked', async () => {
    const { change, findAtPlace, warn } = setUp();
    findAtPlace.mockRejectedValueOnce(new Error('locked'));
    change(place);
    await nextTurn();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('locked'));
  });
});
