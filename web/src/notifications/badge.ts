/** The count of unread messages where it is seen without opening Parta: icon of the app, title and icon of the tab. */
const NAME = document.title;
const ICON = '/icons/icon-192.png';
const SIZE = 64;

let shown = -1;

export function showBadge(count: number): void {
  if (count === shown) return;
  shown = count;
  document.title = count > 0 ? `(${count > 99 ? '99+' : count}) ${NAME}` : NAME;
  void tellSystem(count).catch(() => undefined);
  void drawIcon(count).catch(() => undefined);
}

async function tellSystem(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  if (count > 0) await navigator.setAppBadge(count);
  else await navigator.clearAppBadge();
}

let picture: Promise<HTMLImageElement> | null = null;

function load(): Promise<HTMLImageElement> {
  picture ??= new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = ICON;
  });
  return picture;
}

/** The tab's own icon with the count in its corner; without a count the icon as it came. */
async function drawIcon(count: number): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link === null) return;
  link.dataset['plain'] ??= link.href;
  if (count === 0) {
    link.href = link.dataset['plain'];
    return;
  }
  const image = await load();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (pen === null || count !== shown) return;
  pen.drawImage(image, 0, 0, SIZE, SIZE);
  pen.fillStyle = '#d9253a';
  pen.beginPath();
  pen.arc(SIZE - 20, 20, 20, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = '#fff';
  pen.font = `bold ${count > 9 ? 24 : 30}px sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(count > 99 ? '99' : String(count), SIZE - 20, 22);
  link.href = canvas.toDataURL('image/png');
}
