import { sound } from '../../files/onlyOne';
import { useNowPlaying, type Track } from './nowPlaying';
import { nextVoice } from './nextVoice';

export const RATES = [1, 1.5, 2] as const;
const KEY = 'parta.voice.rate';
const TICK = 100;
/** Beyond any recording: asked to go there, a browser finds out how long it is. */
const FAR = 1e7;

const audio = new Audio();
audio.preload = 'auto';
let ticking: ReturnType<typeof setInterval> | undefined;
let measuring = false;

const set = useNowPlaying.setState;
const now = useNowPlaying.getState;

set({ rate: rememberedRate() });

audio.addEventListener('play', () => {
  if (measuring) return;
  sound(audio);
  set({ playing: true, failed: false });
  clearInterval(ticking);
  ticking = setInterval(tell, TICK);
  tellSystem();
});
audio.addEventListener('pause', () => {
  clearInterval(ticking);
  if (!measuring) set({ playing: false });
});
audio.addEventListener('ended', () => !measuring && playNext());
audio.addEventListener('error', () => audio.src !== '' && set({ playing: false, failed: true }));

function tell(): void {
  if (!measuring) set({ position: audio.currentTime * 1000 });
}

/** Begins, stops for a moment, or goes on. */
export function toggle(track: Track): void {
  if (now().track?.key !== track.key) start(track);
  else if (audio.paused) void begin();
  else audio.pause();
}

function start(track: Track): void {
  load(track, 0);
  void begin();
}

function load(track: Track, position: number): void {
  audio.pause();
  set({ track, position, playing: false, failed: false });
  audio.src = track.url;
}

async function begin(): Promise<void> {
  const { rate, track } = now();
  if (track === null) return;
  if (now().failed) audio.load();
  audio.playbackRate = rate;
  await audio.play().catch((reason: unknown) => {
    // Silenced before it began: somebody pressed twice.
    if (!(reason instanceof DOMException && reason.name === 'AbortError')) set({ playing: false, failed: true });
  });
}

/** Goes to a share of the recording, from 0 to 1; one that does not play waits there to be started. */
export async function seek(share: number, track: Track): Promise<void> {
  if (track.duration === 0) return;
  const position = Math.min(0.999, Math.max(0, share)) * track.duration;
  if (now().track?.key !== track.key) load(track, position);
  set({ position });
  await knowLength();
  audio.currentTime = position / 1000;
}

/** What browsers record does not say how long it is, and cannot be jumped into before that is known. */
async function knowLength(): Promise<void> {
  if (Number.isFinite(audio.duration)) return;
  const plays = !audio.paused;
  measuring = true;
  audio.pause();
  await new Promise<void>((resolve) => {
    const limit = setTimeout(done, 4000);
    function check(): void {
      if (Number.isFinite(audio.duration) && audio.duration < FAR) done();
    }
    function done(): void {
      clearTimeout(limit);
      audio.removeEventListener('durationchange', check);
      audio.removeEventListener('timeupdate', check);
      resolve();
    }
    audio.addEventListener('durationchange', check);
    audio.addEventListener('timeupdate', check);
    if (audio.readyState > 0) audio.currentTime = FAR;
    else audio.addEventListener('loadedmetadata', () => (Number.isFinite(audio.duration) ? done() : (audio.currentTime = FAR)), { once: true });
  });
  measuring = false;
  if (plays) void begin();
}

/** After one voice message comes the next of its chat, as in a conversation. */
function playNext(): void {
  const next = nextVoice(now().track);
  if (next !== null) return start(next);
  stop();
}

export function stop(): void {
  audio.pause();
  audio.removeAttribute('src');
  audio.load();
  set({ track: null, playing: false, position: 0, failed: false });
  if ('mediaSession' in navigator) navigator.mediaSession.metadata = null;
}

export function turnRate(): void {
  const at = RATES.indexOf(now().rate as (typeof RATES)[number]);
  const rate = RATES[(at + 1) % RATES.length] ?? 1;
  localStorage.setItem(KEY, String(rate));
  audio.playbackRate = rate;
  set({ rate });
}

function rememberedRate(): number {
  const kept = Number(localStorage.getItem(KEY));
  return RATES.find((rate) => rate === kept) ?? 1;
}

/** Whoever shows what plays puts its name here, for the keys of a headset and the locked screen. */
let describe: (track: Track) => { title: string; artist: string } | null = () => null;

export function nameTracks(by: typeof describe): void {
  describe = by;
  tellSystem();
}

function tellSystem(): void {
  const { track } = now();
  if (!('mediaSession' in navigator) || track === null) return;
  const words = describe(track);
  if (words !== null) navigator.mediaSession.metadata = new MediaMetadata(words);
  const skip = (by: number) => void seek((now().position + by) / track.duration, track);
  navigator.mediaSession.setActionHandler('play', () => void begin());
  navigator.mediaSession.setActionHandler('pause', () => audio.pause());
  navigator.mediaSession.setActionHandler('stop', stop);
  navigator.mediaSession.setActionHandler('seekbackward', () => skip(-5000));
  navigator.mediaSession.setActionHandler('seekforward', () => skip(5000));
  navigator.mediaSession.setActionHandler('nexttrack', nextVoice(track) === null ? null : playNext);
}
