import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import type { ClassConstructor } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError } from './common.errors.js';
import { SaveOutcomeView } from './save-outcome.view.js';
import { validateRecord } from './validate-record.js';

interface RecordRequest extends FastifyRequest {
  params: { code?: string };
}

/**
 * The body of a `PUT …/:code` as a validated record. Stricter than other bodies: an unknown field is a fault, because
 * a misspelt one would silently lose what somebody wrote; and the code must be that of the address.
 */
export const RecordBody = createParamDecorator(
  (type: ClassConstructor<{ code: string }>, context: ExecutionContext): object => {
    const { body, params } = context.switchToHttp().getRequest<RecordRequest>();
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new InvalidInputError([{ path: '', message: '请提交一条记录（JSON 对象）' }]);
    }
    const { record, faults } = validateRecord(type, body);
    if (faults.length === 0 && record.code !== params.code) {
      faults.push({ path: 'code', message: `编码应与地址中的编码 ${params.code ?? ''} 一致` });
    }
    if (faults.length > 0) throw new InvalidInputError(faults);
    return record;
  },
);

/** Describes such a route for the API documentation. */
export const DescribesRecord = (type: ClassConstructor<object>): MethodDecorator =>
  applyDecorators(ApiBody({ type }), ApiOkResponse({ type: SaveOutcomeView }));
