/** The square cut out of a picture: where its middle lies, in parts of the picture, and how much of it is seen. */
export interface Crop {
  x: number;
  y: number;
  /** 1 shows the largest square there is. */
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const WHOLE: Crop = { x: 0.5, y: 0.5, zoom: 1 };
export const CLOSEST = 4;
export const SIDE = 640; // pixels that are sent

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);

/** The side of the square, in pixels of the picture. */
export const sideOf = (crop: Crop, size: Size): number => Math.min(size.width, size.height) / crop.zoom;

/** The same crop, moved and sized so that the square never leaves the picture. */
export function kept(crop: Crop, size: Size): Crop {
  const zoom = between(1, crop.zoom, CLOSEST);
  const half = Math.min(size.width, size.height) / zoom / 2;
  const [left, top] = [half / size.width, half / size.height];
  return { zoom, x: between(left, crop.x, 1 - left), y: between(top, crop.y, 1 - top) };
}

/** Draws the square, and nothing of what came with the picture. */
export function draw(canvas: HTMLCanvasElement, picture: CanvasImageSource, size: Size, crop: Crop): void {
  const side = sideOf(crop, size);
  const [left, top] = [crop.x * size.width - side / 2, crop.y * size.height - side / 2];
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
}

/** The canvas as a JPEG. */
export const encoded = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
