// Bounds of what the control API takes; checked by Fastify before a handler runs.
export const appId = { type: 'string', minLength: 1, maxLength: 64 } as const;
export const openid = { type: 'string', minLength: 1, maxLength: 64 } as const;
export const templateId = { type: 'string', minLength: 1, maxLength: 64 } as const;

/** A part of a list. */
export interface Paged {
  limit: number;
  offset: number;
}

export const page = {
  limit: { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
  offset: { type: 'integer', minimum: 0, maximum: 10_000_000, default: 0 },
} as const;
