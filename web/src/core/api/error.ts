/** A refusal in the server's own words, or the reason no answer came. */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  request_id?: string;
  fields?: { field: string; code: string; detail: string }[];
  [extra: string]: unknown;
}

export class ApiError extends Error {
  override name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title || problem.code);
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** True when the request may be repeated as it is: nobody refused it, it only did not arrive. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export function isProblem(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

export async function readProblem(status: number, body: () => Promise<unknown>): Promise<ApiError> {
  const answer = await body().catch(() => null);
  const known = answer !== null && typeof answer === 'object' ? (answer as Partial<Problem>) : {};
  return new ApiError({ ...known, status, code: known.code ?? (status >= 500 ? 'server_failed' : 'refused') });
}

/** What fetch threw, as one of three codes the interface has sentences for. */
export function unreachable(thrown: unknown): ApiError {
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    return new ApiError({ status: 0, code: 'timeout' });
  }
  if (thrown instanceof DOMException && thrown.name === 'AbortError') {
    return new ApiError({ status: 0, code: 'cancelled' });
  }
  return new ApiError({ status: 0, code: navigator.onLine ? 'unreachable' : 'offline' });
}
