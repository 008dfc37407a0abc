import { describe, expect, it } from '@jest/globals';
import { INTERNAL_CALL_HEADER, INTERNAL_CALL_TOKEN, isInternalCall } from './internal-call.js';

describe('isInternalCall', () => {
  it('believes only the token of this process', () => {
    expect(isInternalCall({ [INTERNAL_CALL_HEADER]: INTERNAL_CALL_TOKEN })).toBe(true);
    expect(isInternalCall({ [INTERNAL_CALL_HEADER]: 'true' })).toBe(false);
    expect(isInternalCall({ [INTERNAL_CALL_HEADER]: [INTERNAL_CALL_TOKEN, 'x'] })).toBe(false);
    expect(isInternalCall({})).toBe(false);
  });
});
