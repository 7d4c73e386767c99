import { render } from '@testing-library/react';
import { ago } from '../__testUtils__/moments';
import { Freshness } from './Freshness';

const shown = (age: number, staleReason?: string) => {
  const { container } = render(
    <Freshness
      source="Kubernetes"
      observedAt={ago(age)}
      staleReason={staleReason}
    />,
  );
  return container;
};

describe('Freshness', () => {
  it('names source and age of what is fresh, quietly', () => {
    const fresh = shown(120);
    expect(fresh).toHaveTextContent(/^Kubernetes, 2 min ago$/);
    expect(fresh.querySelector('[data-stale]')).toBeNull();
  });

  it('says loudly since when and why something is stale', () => {
    const stale = shown(1260, 'The cluster has not answered.');
    expect(stale).toHaveTextContent(
      /^Last seen 21 min ago. The cluster has not answered.$/,
    );
    expect(stale.querySelector('[data-stale]')).not.toBeNull();
  });

  it('gives the moment itself to machines and to whoever points at it', () => {
    const time = shown(120).querySelector('time');
    expect(Date.parse(time?.dateTime ?? '')).toBeLessThan(Date.now());
    expect(time?.title).toMatch(/\d\d:\d\d$/);
  });
});
