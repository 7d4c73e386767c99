import { act } from '@testing-library/react';

/** Lets that many milliseconds of jest's own clock go by, with all that comes of it. */
export const after = (milliseconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(milliseconds));
