import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { CLOSEST, draw, kept, SIDE, sideOf, type Crop } from './cropping';
import styles from './Portraits.module.css';
import { texts } from './texts';

interface Props {
  picture: ImageBitmap;
  crop: Crop;
  canvas: RefObject<HTMLCanvasElement | null>;
  onChange: (crop: Crop) => void;
}

const STEP = 0.03;

/** The square of a picture: moved by a finger, a mouse or the arrows, sized by a slider or plus and minus. */
export function CropArea({ picture, crop, canvas, onChange }: Props) {
  const t = useTexts(texts);
  const held = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    if (canvas.current) draw(canvas.current, picture, picture, crop);
  }, [canvas, picture, crop]);
  const change = (changed: Partial<Crop>) => onChange(kept({ ...crop, ...changed }, picture));
  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!held.current) return;
    const shown = event.currentTarget.clientWidth;
    const scale = sideOf(crop, picture) / shown;
    const [dx, dy] = [event.clientX - held.current.x, event.clientY - held.current.y];
    held.current = { x: event.clientX, y: event.clientY };
    change({ x: crop.x - (dx * scale) / picture.width, y: crop.y - (dy * scale) / picture.height });
  };
  const press = (event: KeyboardEvent) => {
    const step = STEP / crop.zoom;
    const moves: Record<string, Partial<Crop>> = {
      ArrowLeft: { x: crop.x - step },
      ArrowRight: { x: crop.x + step },
      ArrowUp: { y: crop.y - step },
      ArrowDown: { y: crop.y + step },
      '+': { zoom: crop.zoom * 1.1 },
      '=': { zoom: crop.zoom * 1.1 },
      '-': { zoom: crop.zoom / 1.1 },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    change(move);
  };
  return (
    <div className={styles.crop}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an area of its own keys, as its role says */}
      <div
        className={styles.area}
        role="application"
        aria-label={t('photo.area')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the picture is moved by keys, too
        tabIndex={0}
        onKeyDown={press}
      >
        <canvas
          ref={canvas}
          width={SIDE}
          height={SIDE}
          className={styles.canvas}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = { x: event.clientX, y: event.clientY };
          }}
          onPointerMove={drag}
          onPointerUp={() => (held.current = null)}
          onPointerCancel={() => (held.current = null)}
        />
      </div>
      <label className={styles.zoom}>
        {t('photo.zoom')}
        <input
          type="range"
          min={1}
          max={CLOSEST}
          step={0.05}
          value={crop.zoom}
          onChange={(event) => change({ zoom: Number(event.target.value) })}
        />
      </label>
    </div>
  );
}
