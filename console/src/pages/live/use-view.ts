import { type RefObject, useLayoutEffect, useState } from 'react';

export type View = { readonly height: number; readonly scrollTop: number };

/** Height of a scrolling box and how far it is scrolled, to the row: less would draw again for every pixel. */
export function useView(box: RefObject<HTMLElement | null>, rowHeight: number): View {
  const [view, setView] = useState<View>({ height: 600, scrollTop: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (): void => {
      const height = element.clientHeight;
      const scrollTop = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      setView((before) =>
        before.height === height && before.scrollTop === scrollTop ? before : { height, scrollTop },
      );
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, rowHeight]);
  return view;
}
