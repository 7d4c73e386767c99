import {
  QUIET_MS,
  SignalEnvironmentAnnouncer,
} from './SignalEnvironmentAnnouncer';

describe('SignalEnvironmentAnnouncer', () => {
  const publish = jest.fn(async () => {});
  const warn = jest.fn();
  const channelOf = jest.fn(async (id: string) => `channel-of-${id}`);

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
  });

  afterEach(() => jest.useRealTimers());

  function setUp() {
    const announcer = new SignalEnvironmentAnnouncer(
      { publish },
      { channelOf },
      { warn },
    );
    const sent = async (channel: string) => {
      await jest.advanceTimersByTimeAsync(0);
      return publish.mock.calls.filter(
        ([signal]: unknown[]) =>
          (signal as { channel: string }).channel === channel,
      ).length;
    };
    return { announcer, sent };
  }

  it('sends a number to the channel of the environment and to the fleet, and nothing else', async () => {
    const { announcer } = setUp();
    announcer.announce('one');
    await jest.advanceTimersByTimeAsync(0);
    const signal = {
      recipients: { type: 'broadcast' },
      message: { version: expect.any(Number) },
    };
    expect(publish.mock.calls).toEqual(
      expect.arrayContaining([
        [{ ...signal, channel: 'channel-of-one' }],
        [{ ...signal, channel: 'sovd-deploy:fleet' }],
      ]),
    );
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('makes one of many announcements, the first at once and the last not lost', async () => {
    const { announcer, sent } = setUp();
    for (let index = 0; index < 50; index++) announcer.announce('one');
    expect(await sent('channel-of-one')).toBe(1);
    await jest.advanceTimersByTimeAsync(QUIET_MS);
    expect(await sent('channel-of-one')).toBe(2);
    await jest.advanceTimersByTimeAsync(QUIET_MS * 10);
    expect(await sent('channel-of-one')).toBe(2);
  });

  it('keeps environments apart, and the fleet together', async () => {
    const { announcer, sent } = setUp();
    announcer.announce('one');
    announcer.announce('two');
    expect(await sent('channel-of-one')).toBe(1);
    expect(await sent('channel-of-two')).toBe(1);
    expect(await sent('sovd-deploy:fleet')).toBe(1);
  });

  it('survives a signal that cannot be sent', async () => {
    const { announcer } = setUp();
    channelOf.mockRejectedValueOnce(new Error('gone'));
    announcer.announce('one');
    await jest.advanceTimersByTimeAsync(0);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('gone'));
  });
});
