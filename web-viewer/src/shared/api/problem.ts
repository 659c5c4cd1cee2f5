/** A refusal by a server: problem details (RFC 9457). */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const PREFIX = 'https://rostrum.io/problems/';

export function problem(code: string, status = 0, detail = ''): Problem {
  return { code, status, title: '', detail };
}

/** Reads whatever came as a problem; never throws. */
export function toProblem(body: unknown, status: number): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const type = text('type');
  return {
    code: type.startsWith(PREFIX) ? type.slice(PREFIX.length) : type || `http-${status}`,
    status: typeof fields.status === 'number' ? fields.status : status,
    title: text('title'),
    detail: text('detail'),
  };
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.code);
  }
}
