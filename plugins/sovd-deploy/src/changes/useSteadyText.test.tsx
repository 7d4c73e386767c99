import { act, renderHook } from '@testing-library/react';
import { useSteadyText } from './useSteadyText';

describe('useSteadyText', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('changes at most once in five seconds and ends with the last text', () => {
    const { result, rerender } = renderHook(text => useSteadyText(text), {
      initialProps: 'one',
    });
    const after = (milliseconds: number) =>
      act(() => {
        jest.advanceTimersByTime(milliseconds);
      });
    rerender('two');
    after(3000);
    rerender('three');
    after(1999);
    expect(result.current).toBe('one');
    after(1);
    expect(result.current).toBe('three');
    rerender('four');
    after(4999);
    expect(result.current).toBe('three');
    after(1);
    expect(result.current).toBe('four');
  });
});
