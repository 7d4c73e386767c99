import { createContext, useContext } from 'react';

/** Whether the values of a card are old; statuses inside then give up their colour. */
export const StaleContext = createContext(false);

export function useStale(): boolean {
  return useContext(StaleContext);
}
