import { Transform } from 'class-transformer';

/** `?topic=a&topic=b`, `?topic=a` and `?topic=` all mean lists; so does a JSON list. */
export const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
      (item) => item !== undefined && item !== '',
    ),
  );
