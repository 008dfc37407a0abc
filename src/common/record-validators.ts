import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  registerDecorator,
} from 'class-validator';
import { areaName } from './areas.js';
import { CODE_MESSAGE, CODE_PATTERN } from './code.param.js';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** A catalogue code that must be given. */
export const IsCode = () => applyDecorators(trimmed, Matches(CODE_PATTERN, { message: CODE_MESSAGE }));

/** A text of 1 to `max` characters that must be given; `name` is what people call it. */
export const IsText = (name: string, max: number) =>
  applyDecorators(
    trimmed,
    IsString({ message: `请填写${name}` }),
    Length(1, max, { message: `请填写${name}，最多 ${max} 个字` }),
  );

/** A text that may be left out. */
export const IsOptionalText = (name: string, max: number) =>
  applyDecorators(
    trimmed,
    IsOptional(),
    IsString({ message: `${name}应为文字` }),
    Length(0, max, { message: `${name}最多 ${max} 个字` }),
  );

/** A list of texts of up to `max` characters, at most `size` of them; may be left out. */
export const IsTextList = (name: string, max: number, size = 50) =>
  applyDecorators(
    IsOptional(),
    IsArray({ message: `${name}应为列表` }),
    ArrayMaxSize(size, { message: `${name}最多 ${size} 项` }),
    IsString({ each: true, message: `${name}的每一项应为文字` }),
    Length(1, max, { each: true, message: `${name}的每一项不能为空，最多 ${max} 个字` }),
  );

/** A date YYYY-MM-DD that exists in the calendar; may be left out. */
export const IsOptionalDate = (name: string) => applyDecorators(IsOptional(), IsCalendarDate(name));

/** A date that must be given. */
export const IsDate = (name: string): PropertyDecorator => IsCalendarDate(name);

/** A web address (http, https); may be left out. Anything else could be script in a link. */
export const IsOptionalUrl = (name: string) =>
  applyDecorators(
    trimmed,
    IsOptional(),
    IsUrl(
      { protocols: ['http', 'https'], require_protocol: true, require_tld: true },
      { message: `${name}应以 http:// 或 https:// 开头` },
    ),
    Length(1, 1000, { message: `${name}最多 1000 个字符` }),
  );

function rule(
  name: string,
  message: string,
  test: (value: unknown) => boolean,
  each = false,
): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      options: { message, each },
      validator: { validate: test },
    });
}

function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function IsCalendarDate(name: string): PropertyDecorator {
  return rule('isCalendarDate', `${name}应为日期，例如 2024-01-05`, isCalendarDate);
}

const isArea = (value: unknown): boolean => typeof value === 'string' && areaName(value) !== null;

/** An area code of GB/T 2260, or 000000 for the whole nation. */
export const IsArea = (name: string): PropertyDecorator =>
  rule('isArea', `${name}应为六位行政区划代码，例如 420800；全国填 000000`, isArea);

/** A list of area codes. */
export const IsAreaList = (name: string) =>
  applyDecorators(
    IsOptional(),
    IsArray({ message: `${name}应为列表` }),
    ArrayMaxSize(200, { message: `${name}最多 200 项` }),
    rule('isAreaList', `${name}应为六位行政区划代码，例如 420800`, isArea, true),
  );
