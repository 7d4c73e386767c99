import { act, render, screen } from '@testing-library/react';
import { Age } from './Age';

describe('useNow', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is one clock for all ages, which stops with the last of them', () => {
    const at = new Date(Date.now() - 3000).toISOString();
    const { unmount } = render(
      <>
        <Age at={at} />
        <Age at={at} />
      </>,
    );
    expect(screen.getAllByText('3 s ago')).toHaveLength(2);
    expect(jest.getTimerCount()).toBe(1);
    act(() => {
      jest.advanceTimersByTime(2000);
    });
    expect(screen.getAllByText('5 s ago')).toHaveLength(2);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
