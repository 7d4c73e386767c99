import { NotAllowedError } from '@backstage/errors';
import type { Finding } from '@sovd/plugin-sovd-deploy-common';
import { askAgain, askPortal, PATIENCE } from './askPortal';

const taken: Finding = {
  rule: 'name-taken',
  severity: 'blocker',
  headline: 'fleet-staging already exists',
  cause: 'It belongs to group:default/platform.',
  nextSteps: [{ label: 'Choose another name' }],
  fields: ['name', 'environment'],
};
const answers = { name: 'fleet' };

describe('askPortal', () => {
  it('hands on what the portal says', async () => {
    const validate = jest.fn(async () => ({ findings: [taken] }));
    await expect(askPortal({ validate }, answers)).resolves.toEqual([taken]);
    expect(validate).toHaveBeenCalledWith(answers, {
      signal: expect.any(AbortSignal),
    });
  });

  it('notes that the portal failed, and lets ask again', async () => {
    const validate = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(askPortal({ validate }, answers)).resolves.toMatchObject([
      {
        severity: 'info',
        headline: expect.stringMatching(/couldn't be asked/),
        cause: expect.stringMatching(
          /^It gave no answer \(Failed to fetch\)\. Nothing keeps you/,
        ),
        nextSteps: [askAgain],
      },
    ]);
  });

  it('stops whom the portal refuses', async () => {
    const validate = () => Promise.reject(new NotAllowedError('No'));
    await expect(askPortal({ validate }, answers)).resolves.toMatchObject([
      { severity: 'blocker', headline: 'You may not create environments' },
    ]);
  });

  describe('when the portal is slow', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('waits no longer than a person would', async () => {
      const signals: (AbortSignal | undefined)[] = [];
      const asked = askPortal(
        {
          validate: (_, { signal } = {}) => {
            signals.push(signal);
            return new Promise(() => {});
          },
        },
        answers,
      );
      await jest.advanceTimersByTimeAsync(PATIENCE);
      await expect(asked).resolves.toMatchObject([
        {
          rule: 'portal-not-asked',
          cause: expect.stringMatching(/^It gave no answer in time\./),
        },
      ]);
      expect(signals.map(signal => signal?.aborted)).toEqual([true]);
    });

    it('takes the question back with its signal', async () => {
      const stop = new AbortController();
      let inner: AbortSignal | undefined;
      const asked = askPortal(
        {
          validate: (_, { signal } = {}) => {
            inner = signal;
            return new Promise(() => {});
          },
        },
        answers,
        stop.signal,
      );
      stop.abort();
      await asked;
      expect(inner?.aborted).toBe(true);
      expect(jest.getTimerCount()).toBe(0);
    });
  });
});
