import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { tooDeepAt } from '#libs/eligibility';
import type { InputFault } from './domain.error.js';

function collect(errors: ValidationError[], prefix: string, faults: InputFault[]): InputFault[] {
  for (const error of errors) {
    const path = prefix ? `${prefix}.${error.property}` : error.property;
    const unknown = error.constraints?.whitelistValidation;
    const messages = Object.values(error.constraints ?? {});
    const message = unknown ? '没有这个字段，请删去' : messages.at(-1);
    if (message) faults.push({ path, message });
    collect(error.children ?? [], path, faults);
  }
  return faults;
}

export const TOO_DEEP = '嵌套太深，请减少层数';

/** One fault a field, with the path to it. */
export const faultsOf = (errors: ValidationError[]): InputFault[] => collect(errors, '', []);

/** Turns plain input into a validated record: the record, or what is wrong with it. */
export function validateRecord<T extends object>(
  type: ClassConstructor<T>,
  plain: unknown,
): { record: T; faults: InputFault[] } {
  // Turning and checking recurse: what is nested without end would end the process.
  const deep = tooDeepAt(plain);
  if (deep !== null) return { record: new type(), faults: [{ path: deep, message: TOO_DEEP }] };
  const record = plainToInstance(type, plain);
  const errors = validateSync(record, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  return { record, faults: faultsOf(errors) };
}
