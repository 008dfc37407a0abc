import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsArray, IsIn } from 'class-validator';

/** Translates what people write (企业) to the term of the system (enterprise); terms pass as they are. */
export function termOf<T extends string>(labels: Record<T, string>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  const found = Object.entries<string>(labels).find(([, label]) => label === text);
  return found ? found[0] : text;
}

const listed = (labels: Record<string, string>): string => Object.values(labels).join('、');

/** One of the terms of `labels`, given as term or as Chinese label. */
export const IsTerm = (name: string, labels: Record<string, string>) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => termOf(labels, value)),
    IsIn(Object.keys(labels), { message: `${name}应为：${listed(labels)}` }),
  );

/** Several terms of `labels`. */
export const IsTermList = (name: string, labels: Record<string, string>) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((item) => termOf(labels, item)) : value,
    ),
    IsArray({ message: `${name}应为列表` }),
    IsIn(Object.keys(labels), { each: true, message: `${name}应为：${listed(labels)}` }),
  );
