/** A request that cannot be answered as asked; the message is for people and says what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** @param statusCode HTTP status, which Fastify reads from the error */
  constructor(
    readonly statusCode: 400 | 403 | 404,
    message: string,
  ) {
    super(message);
  }
}
