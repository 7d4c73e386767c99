import type { ChangeLogLine } from './ChangeQueue';
import { StageLog } from './StageLog';

describe('StageLog', () => {
  function setUp() {
    const written: ChangeLogLine[][] = [];
    const append = jest.fn(async (lines: readonly ChangeLogLine[]) => {
      written.push([...lines]);
    });
    const onWritten = jest.fn();
    const log = new StageLog({ append }, 'stack', onWritten);
    const texts = () => written.map(lines => lines.map(({ text }) => text));
    return { append, log, onWritten, texts };
  }

  it('writes lines of one moment together, in their order', async () => {
    const { log, onWritten, texts } = setUp();
    log.tell('one');
    log.tell('two');
    await log.flush();
    await log.flush();
    expect(texts()).toEqual([['one', 'two']]);
    expect(onWritten).toHaveBeenCalledTimes(1);
  });

  it('writes by itself while a step takes long', async () => {
    jest.useFakeTimers();
    const { log, texts } = setUp();
    log.tell('one');
    await jest.advanceTimersByTimeAsync(1_000);
    log.tell('two');
    await jest.advanceTimersByTimeAsync(1_000);
    jest.useRealTimers();
    expect(texts()).toEqual([['one'], ['two']]);
  });

  it('cuts what is too long for a line', async () => {
    const { log, texts } = setUp();
    log.tell('x'.repeat(5_000));
    await log.flush();
    expect(texts()[0][0]).toHaveLength(2_000);
  });

  it('keeps lines that could not be written for the next time', async () => {
    const { append, log, texts } = setUp();
    append.mockRejectedValueOnce(new Error('locked'));
    log.tell('one');
    await expect(log.flush()).rejects.toThrow('locked');
    log.tell('two');
    await log.flush();
    expect(texts()).toEqual([['one', 'two']]);
  });
});
