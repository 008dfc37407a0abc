import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { tooDeepAt } from '#libs/eligibility';
import { InvalidInputError } from './common.errors.js';
import { faultsOf, TOO_DEEP } from './validate-record.js';

/**
 * Turns what came from outside into the DTO of its route, or refuses it with every fault named. Turning and checking
 * recurse, so what is nested without end is refused before.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      exceptionFactory: (errors) => new InvalidInputError(faultsOf(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const deep = metadata.type === 'body' ? tooDeepAt(value) : null;
    if (deep !== null) throw new InvalidInputError([{ path: deep, message: TOO_DEEP }]);
    return super.transform(value, metadata);
  }
}
