import { unsafeHeaders } from '../core/api/client';
import { isSlow } from '../core/live/line';
import type { Purpose } from '../core/store/types';

/** The server said no to these bytes for good: too large, a forbidden kind. */
export class UploadRefused extends Error {}

export interface UploadJob {
  blob: Blob;
  name: string;
  type: string;
  purpose?: Purpose;
  /** Where an earlier try stopped, if there was one. */
  url: string | null;
  signal: AbortSignal;
  started(url: string): void;
  progress(sent: number): void;
}

const CHUNK = 4 * 1024 * 1024;
/** On a slow line a minute's worth: a cut loses no more than that. */
const SLOW_CHUNK = 256 * 1024;

/** Uploads by tus and answers the file's id; goes on from where an earlier try was cut, even after a reload. */
export async function uploadFile(job: UploadJob): Promise<number> {
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const upload = new Upload(job.blob, {
      endpoint: '/api/uploads',
      uploadUrl: job.url,
      chunkSize: isSlow() ? SLOW_CHUNK : CHUNK,
      retryDelays: [500, 1500, 4000],
      storeFingerprintForResuming: false,
      headers: sessionHeaders(),
      metadata: {
        filename: job.name,
        filetype: job.type || 'application/octet-stream',
        ...(job.purpose === undefined ? {} : { purpose: job.purpose }),
      },
      onUploadUrlAvailable: () => {
        if (upload.url !== null) job.started(upload.url);
      },
      onProgress: (sent) => job.progress(sent),
      onSuccess: () => {
        const id = idOf(upload.url);
        if (id === null) reject(new UploadRefused());
        else resolve(id);
      },
      onError: (reason) => reject(refusal(reason) ?? reason),
    });
    job.signal.addEventListener('abort', () => {
      void upload.abort(true).catch(() => undefined);
      reject(new Error('cancelled'));
    });
    upload.start();
  });
}

/** Without the idempotency key: tus keeps count of its own, and one key for all chunks would swallow them. */
function sessionHeaders(): Record<string, string> {
  const { 'Idempotency-Key': _key, ...headers } = unsafeHeaders();
  return headers;
}

function idOf(url: string | null): number | null {
  const id = url?.split('/').pop();
  return id !== undefined && /^\d+$/.test(id) ? Number(id) : null;
}

/** Only the server's own "no" is final; a cut line is not. */
function refusal(reason: unknown): UploadRefused | null {
  const response = (reason as { originalResponse?: { getStatus(): number } | null }).originalResponse;
  const status = response?.getStatus() ?? 0;
  const transient = status === 0 || status >= 500 || [401, 408, 409, 423, 429, 460].includes(status);
  return transient ? null : new UploadRefused(String(status));
}
