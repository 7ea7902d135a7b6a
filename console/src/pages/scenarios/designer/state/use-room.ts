import { type RefObject, useLayoutEffect, useState } from 'react';

/** Room below the box that the page leaves free, px. */
const BELOW = 16;
const LEAST = 480;

/** Height that lets a box end with the window, wherever on the page it begins, px. */
export function useRoom(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(LEAST);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (box.current === null) return;
      const top = box.current.getBoundingClientRect().top + window.scrollY;
      setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - BELOW)));
    };
    measure();
    // What stands above changes its height by itself: notices come and go.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [box]);
  return height;
}
