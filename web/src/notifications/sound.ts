/** Two soft tones, made on the spot: no file to load, and nothing to wait for. */
let context: AudioContext | null = null;
let last = 0;

const PAUSE = 1500;
const TONES: [frequency: number, at: number][] = [
  [880, 0],
  [1174.7, 0.12],
];

/** At most one in a while: ten messages at once are one sound. Silent where the browser wants a touch first. */
export function ring({ always = false } = {}): void {
  if (!always && Date.now() - last < PAUSE) return;
  last = Date.now();
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  for (const [frequency, at] of TONES) tone(context, frequency, context.currentTime + at);
}

function tone(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.35);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.4);
}
