import type { Purpose } from '../../core/store/types';
import { hush } from '../../files/onlyOne';
import { stop as stopPlaying } from './playback';

/** Why nothing can be recorded; each has its words. */
export type Trouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'unsupported' | 'broken';

export class CannotRecord extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** Milliseconds. */
export const LONGEST: Record<Purpose, number> = { voice: 60 * 60_000, circle: 60_000 };
const TYPES: Record<Purpose, string[]> = {
  voice: ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'],
  circle: ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'],
};
const VOICE_BITS = 32_000;
const FILM_BITS = 900_000;
const SIDE = 480;
export const LEVEL_EVERY = 50;
const SLICE = 1000;

/** What the person said or showed, ready to go. */
export interface Recorded {
  purpose: Purpose;
  blob: Blob;
  /** Milliseconds. */
  duration: number;
  levels: readonly number[];
}

/** The microphone, and for a circle the camera; raises CannotRecord with the reason. */
export async function openStream(purpose: Purpose, facing: 'user' | 'environment' = 'user'): Promise<MediaStream> {
  if (!window.isSecureContext) throw new CannotRecord('insecure');
  if (navigator.mediaDevices === undefined || typeof MediaRecorder === 'undefined') throw new CannotRecord('unsupported');
  const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const video = { width: { ideal: SIDE }, height: { ideal: SIDE }, aspectRatio: { ideal: 1 }, frameRate: { ideal: 30, max: 30 }, facingMode: facing };
  try {
    return await navigator.mediaDevices.getUserMedia(purpose === 'circle' ? { audio, video } : { audio });
  } catch (reason) {
    throw new CannotRecord(troubleOf(reason));
  }
}

function troubleOf(reason: unknown): Trouble {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'broken';
}

export const closeStream = (stream: MediaStream | null): void => stream?.getTracks().forEach((track) => track.stop());

/** One recording from its first sound to its last: it can rest, be listened to so far, go on, and end. */
export class Recording {
  readonly levels: number[] = [];
  private readonly recorder: MediaRecorder;
  private readonly chunks: Blob[] = [];
  private readonly context = new AudioContext();
  private readonly analyser: AnalyserNode;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly samples: Float32Array<ArrayBuffer>;
  private counted = 0;
  private since: number | null = null;

  constructor(
    readonly purpose: Purpose,
    private readonly stream: MediaStream,
    private readonly events: { level: () => void; limit: () => void; broken: () => void },
  ) {
    const mimeType = TYPES[purpose].find((type) => MediaRecorder.isTypeSupported(type));
    if (mimeType === undefined) throw new CannotRecord('unsupported');
    hush();
    stopPlaying();
    const bits = purpose === 'circle' ? { videoBitsPerSecond: FILM_BITS } : {};
    this.recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: VOICE_BITS, ...bits });
    this.recorder.ondataavailable = ({ data }) => data.size > 0 && this.chunks.push(data);
    this.recorder.onerror = () => this.events.broken();
    // A microphone that is unplugged ends its track and says nothing else.
    stream.getTracks().forEach((track) => track.addEventListener('ended', () => this.events.broken()));
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = 1024;
    this.samples = new Float32Array(this.analyser.fftSize);
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    this.recorder.start(SLICE);
    this.since = performance.now();
    this.timer = setInterval(() => this.listen(), LEVEL_EVERY);
  }

  /** Milliseconds recorded, without the rests. */
  get duration(): number {
    return this.counted + (this.since === null ? 0 : performance.now() - this.since);
  }

  get resting(): boolean {
    return this.since === null;
  }

  pause(): void {
    if (this.recorder.state !== 'recording') return;
    this.count();
    this.recorder.pause();
  }

  resume(): void {
    if (this.recorder.state !== 'paused') return;
    hush();
    stopPlaying();
    this.recorder.resume();
    this.since = performance.now();
  }

  /** What is recorded so far, while the recording may still go on. */
  async soFar(): Promise<Blob> {
    if (this.recorder.state !== 'inactive') {
      await new Promise<void>((resolve) => {
        this.recorder.addEventListener('dataavailable', () => resolve(), { once: true });
        this.recorder.requestData();
      });
    }
    return this.blob();
  }

  /** Ends it for good and lets the microphone go. */
  async end(): Promise<Recorded> {
    this.count();
    if (this.recorder.state !== 'inactive') {
      await new Promise<void>((resolve) => {
        this.recorder.addEventListener('stop', () => resolve(), { once: true });
        this.recorder.stop();
      });
    }
    this.release();
    return { purpose: this.purpose, blob: this.blob(), duration: this.counted, levels: this.levels };
  }

  drop(): void {
    this.recorder.ondataavailable = null;
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    this.release();
  }

  private release(): void {
    clearInterval(this.timer);
    closeStream(this.stream);
    void this.context.close().catch(() => undefined);
  }

  private blob(): Blob {
    return new Blob(this.chunks, { type: this.recorder.mimeType });
  }

  private count(): void {
    this.counted = this.duration;
    this.since = null;
  }

  private listen(): void {
    if (this.resting) return;
    this.analyser.getFloatTimeDomainData(this.samples);
    this.levels.push(this.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
    this.events.level();
    if (this.duration >= LONGEST[this.purpose]) this.events.limit();
  }
}
