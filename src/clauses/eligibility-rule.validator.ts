import { applyDecorators } from '@nestjs/common';
import { IsOptional, registerDecorator, type ValidationArguments } from 'class-validator';
import { parseRule, type RuleFault } from '#libs/eligibility';

/** Faults told at once; who wrote so many mends these first. */
const TOLD_AT_MOST = 5;
/** Rules are checked for what never changes; relative dates among themselves look the same on every day. */
const ANY_DAY = 20_260_101;

/** What is wrong with the rules of a record, each with its place below the rule. */
export function ruleFaultsOf(value: unknown, conditions: unknown): readonly RuleFault[] {
  const sentences = Array.isArray(conditions)
    ? conditions.filter((line): line is string => typeof line === 'string')
    : [];
  return parseRule(value, sentences, ANY_DAY).faults;
}

function faultsOf(value: unknown, { object }: ValidationArguments): string[] {
  const { conditions } = object as { conditions?: unknown };
  return ruleFaultsOf(value, conditions).map(({ path, message }) => (path ? `${path}：${message}` : message));
}

/** Rules that fit the conditions of their own record; each fault is named with its place. May be left out. */
export const IsEligibilityRule = (): PropertyDecorator =>
  applyDecorators(IsOptional(), (target: object, property: string | symbol): void =>
    registerDecorator({
      name: 'isEligibilityRule',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown, args?: ValidationArguments) => !args || faultsOf(value, args).length === 0,
        defaultMessage: (args?: ValidationArguments) =>
          args
            ? `资格规则有误：${faultsOf(args.value, args).slice(0, TOLD_AT_MOST).join('；')}`
            : '资格规则有误',
      },
    }),
  );
