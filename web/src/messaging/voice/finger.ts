/** A finger that holds the microphone, followed from its first touch: the recorder itself is loaded meanwhile. */
export interface Finger {
  /** How far it has moved, to the left and up. */
  left: number;
  up: number;
  /** When it was lifted; null while it holds. */
  lifted: number | null;
  pressed: number;
  watch(hear: () => void): () => void;
}

/** Shorter than this it was a tap, and the recording goes on without the finger. */
export const TAP = 350;
export const CANCEL_AT = 96;
export const LOCK_AT = 64;

export function followFinger(start: { clientX: number; clientY: number; pointerId: number }): Finger {
  const watchers = new Set<() => void>();
  const finger: Finger = {
    left: 0,
    up: 0,
    lifted: null,
    pressed: performance.now(),
    watch: (hear) => {
      watchers.add(hear);
      return () => watchers.delete(hear);
    },
  };
  const tell = () => watchers.forEach((hear) => hear());
  const move = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    finger.left = Math.max(0, start.clientX - event.clientX);
    finger.up = Math.max(0, start.clientY - event.clientY);
    tell();
  };
  const lift = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    finger.lifted = performance.now();
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', lift);
    window.removeEventListener('pointercancel', lift);
    tell();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', lift);
  window.addEventListener('pointercancel', lift);
  return finger;
}

export const wasTap = ({ lifted, pressed }: Finger): boolean => lifted !== null && lifted - pressed < TAP;
