import type { z } from 'zod/v4';

/** Who may call an operation, whatever the permission policy then says. */
export type Caller = 'user' | 'service';

/** One operation of the HTTP API, as the file for other programs tells it. */
export interface Operation {
  operationId: string;
  method: 'get' | 'post';
  /** Pattern as the router takes it: `/v1/changes/:id`. */
  path: string;
  summary: string;
  callers: readonly Caller[];
  query?: z.ZodObject;
  body?: z.ZodType;
  /** What is answered, by status. */
  answers: Readonly<Record<number, { description: string; body: z.ZodType }>>;
  /** Statuses of errors beside 401, which all may answer. */
  errors: readonly ErrorStatus[];
}

/** Statuses of the errors that operations answer. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409;
