import { act } from '@testing-library/react';

/** Hides the page as another tab does, or shows it again; `jest.restoreAllMocks` ends it. */
export function setVisibility(state: DocumentVisibilityState): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
