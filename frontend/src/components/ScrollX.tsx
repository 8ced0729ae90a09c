import { useMergedRef, useResizeObserver } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollXProps {
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * Holds what may be wider than the page, so that the page itself never scrolls sideways. While
 * there is something to scroll, the keyboard reaches it too.
 */
export function ScrollX({ label, children }: ScrollXProps) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  // Draws again when the width changes; what is inside changes only when this draws anyway.
  const [observed] = useResizeObserver<HTMLElement>();
  const ref = useMergedRef(box, observed);
  useEffect(() => {
    const element = box.current;
    setScrolls(element !== null && element.scrollWidth > element.clientWidth);
  });
  return (
    <section ref={ref} className="scroll-x" aria-label={label} tabIndex={scrolls ? 0 : undefined}>
      {children}
    </section>
  );
}
