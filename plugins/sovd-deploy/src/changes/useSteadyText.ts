import { useEffect, useRef, useState } from 'react';

/** Screen readers read each version out; more often than this would be noise. Milliseconds. */
const STEADY_FOR = 5000;

/** A text that changes at most once in five seconds; the last version always arrives. */
export function useSteadyText(text: string): string {
  const [shown, setShown] = useState(text);
  const shownAt = useRef(Date.now());
  useEffect(() => {
    if (text === shown) return undefined;
    const wait = Math.max(0, shownAt.current + STEADY_FOR - Date.now());
    const timer = setTimeout(() => {
      shownAt.current = Date.now();
      setShown(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, shown]);
  return shown;
}
