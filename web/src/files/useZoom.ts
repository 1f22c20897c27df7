import { useEffect, useRef, useState, type CSSProperties, type PointerEvent, type WheelEvent } from 'react';

interface Place {
  scale: number;
  x: number;
  y: number;
}

const WHOLE: Place = { scale: 1, x: 0, y: 0 };
const MOST = 6;

const held = (scale: number): number => Math.min(MOST, Math.max(1, scale));

/** Nearer and farther by the wheel, two fingers or a double press; a near picture is moved by dragging. */
export function useZoom(page: number) {
  const [place, setPlace] = useState(WHOLE);
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  useEffect(() => setPlace(WHOLE), [page]);

  const move = (event: PointerEvent) => {
    const was = fingers.current.get(event.pointerId);
    if (was === undefined) return;
    const others = [...fingers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    const other = others[0];
    const is = { x: event.clientX, y: event.clientY };
    fingers.current.set(event.pointerId, is);
    setPlace((now) => {
      if (other === undefined) return now.scale === 1 ? now : { ...now, x: now.x + is.x - was.x, y: now.y + is.y - was.y };
      const stretch = Math.hypot(is.x - other.x, is.y - other.y) / Math.max(1, Math.hypot(was.x - other.x, was.y - other.y));
      const scale = held(now.scale * stretch);
      return scale === 1 ? WHOLE : { ...now, scale };
    });
  };
  const release = (event: PointerEvent) => fingers.current.delete(event.pointerId);
  const style: CSSProperties = { transform: `translate(${place.x}px, ${place.y}px) scale(${place.scale})` };
  return {
    style,
    handlers: {
      onWheel: (event: WheelEvent) =>
        setPlace((now) => {
          const scale = held(now.scale * (event.deltaY < 0 ? 1.2 : 1 / 1.2));
          return scale === 1 ? WHOLE : { ...now, scale };
        }),
      onDoubleClick: () => setPlace((now) => (now.scale > 1 ? WHOLE : { ...WHOLE, scale: 2.5 })),
      onPointerDown: (event: PointerEvent) => {
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove: move,
      onPointerUp: release,
      onPointerCancel: release,
      onPointerLeave: release,
    },
  };
}
