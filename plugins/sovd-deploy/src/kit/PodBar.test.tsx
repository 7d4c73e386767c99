import { render } from '@testing-library/react';
import { rollout } from '../__testUtils__/overviews';
import { PodBar } from './PodBar';

const [workload] = rollout.workloads;

function boxesOf(pods: Partial<typeof workload>) {
  const { container } = render(<PodBar workload={{ ...workload, ...pods }} />);
  return [...container.querySelectorAll<HTMLElement>('[data-pod]')].map(
    ({ dataset }) => dataset.pod,
  );
}

describe('PodBar', () => {
  it('has a box for each pod, and for each that is still wanted', () => {
    expect(
      boxesOf({ desired: 5, readyNew: 1, readyOld: 2, notReady: 1 }),
    ).toEqual(['new', 'notReady', 'old', 'old', 'waiting']);
  });

  it('leaves many pods to the sentence', () => {
    expect(boxesOf({ desired: 20, readyNew: 20 })).toHaveLength(20);
    expect(boxesOf({ desired: 21, readyNew: 21 })).toHaveLength(0);
  });
});
