let sounding: HTMLMediaElement | null = null;

/** Whatever begins to sound silences what sounded before: two voices at once are none. */
export function sound(media: HTMLMediaElement): void {
  if (sounding !== media) sounding?.pause();
  sounding = media;
}

/** Nothing may sound now: somebody is recording. */
export function hush(): void {
  sounding?.pause();
  sounding = null;
}
