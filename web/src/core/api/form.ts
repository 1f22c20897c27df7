/** Sends one file as a form and tells how far it has got: fetch cannot report an upload's progress. */
import { unsafeHeaders } from './client';
import { ApiError, readProblem } from './error';

export function sendForm<Answer>(
  path: string,
  form: FormData,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(unsafeHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Answer);
      else void readProblem(request.status, async () => request.response as unknown).then(reject);
    };
    request.onerror = () => reject(new ApiError({ status: 0, code: navigator.onLine ? 'unreachable' : 'offline' }));
    request.onabort = () => reject(new ApiError({ status: 0, code: 'cancelled' }));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
