/** How what was recorded here sounds, until the server has listened to it; by the name of its file. */
const recent = new Map<string, { waveform: string; duration: number }>();
const MOST = 50;

export function rememberRecent(name: string, waveform: string, duration: number): void {
  recent.set(name, { waveform, duration });
  const oldest = recent.keys().next().value;
  if (recent.size > MOST && oldest !== undefined) recent.delete(oldest);
}

export const recentlyRecorded = (name: string): { waveform: string; duration: number } | undefined => recent.get(name);
