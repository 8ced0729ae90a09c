import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what opened a dialog, or, when that is gone with the act it stood for,
 * to the page's heading. For dialogs that are mounted to open.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The page behind draws its new state first.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const heading = document.querySelector('h1');
        const target = opener?.isConnected === true ? opener : heading;
        if (target instanceof HTMLElement) target.focus();
        if (document.activeElement === document.body) heading?.focus();
      });
    },
    [opener],
  );
}
