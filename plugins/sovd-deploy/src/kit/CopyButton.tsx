import { useEffect, useState } from 'react';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';

interface CopyButtonProps {
  text: string;
  /** What is copied, e.g. `digest`. */
  what: string;
}

/** Milliseconds for which it says that it is done. */
const SAID_FOR = 3000;

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`The ${what} is copied.`);
    } catch {
      // Without https a browser has no clipboard; the text can still be selected.
      setSaid(`This browser can't copy; select the ${what} instead.`);
    }
  };
  return (
    <>
      <ButtonIcon
        aria-label={`Copy the ${what}`}
        variant="tertiary"
        size="small"
        icon={said ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
