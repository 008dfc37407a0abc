import { REFUSAL_MESSAGES, type RefusalCode } from './refusal-messages.js';

/**
 * A whole file is refused: nothing of it was read.
 * `code` is stable; `message` is Chinese, meant for the person who chose the file, and says what to do.
 */
export class TabularFileError extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, detail = '', options?: ErrorOptions) {
    super(REFUSAL_MESSAGES[code](detail), options);
    this.name = 'TabularFileError';
    this.code = code;
  }
}
