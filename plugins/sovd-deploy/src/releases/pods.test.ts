import { rollout } from '../__testUtils__/overviews';
import { podsSentence, readyPodsOf } from './pods';

const [workload] = rollout.workloads;
const none = { readyOld: 0, readyNew: 0, notReady: 0 };

describe('readyPodsOf', () => {
  it('adds the workloads up', () => {
    const half = { ...workload, ...none, readyOld: 1, desired: 2 };
    expect(readyPodsOf([workload, half])).toBe('4 of 5 pods ready');
    expect(readyPodsOf([])).toBe('no pods wanted');
  });
});

describe('podsSentence', () => {
  it.each([
    [{ ...none, readyNew: 3 }, 'all new, all ready'],
    [{ ...none, readyOld: 3 }, 'all ready, none changed'],
    [{ ...none, desired: 0 }, 'no pods wanted'],
    [{ ...none }, '3 not there yet'],
    [
      { ...none, readyNew: 1, readyOld: 1, notReady: 1, cause: 'OOMKilled' },
      '1 new ready, 1 old ready, 1 new not ready: OOMKilled',
    ],
    // More old pods than wanted: they are on their way out.
    [{ ...none, readyOld: 3, readyNew: 1 }, '1 new ready, 3 old ready'],
  ])('%j', (pods, sentence) => {
    expect(podsSentence({ ...workload, ...pods })).toBe(sentence);
  });
});
