import type { DraftContent } from '../api/review-views.js';
import { fromLines, linesOf, textOf } from './form-values.js';

const POLICY_TEXTS = [
  'department',
  'title',
  'documentNumber',
  'level',
  'region',
  'issuedOn',
  'effectiveFrom',
  'effectiveTo',
  'status',
  'sourceUrl',
  'summary',
  'body',
] as const;

/** A policy as the fields of its form hold it. */
export type PolicyForm = ReturnType<typeof toPolicyForm>;

export function toPolicyForm(content: DraftContent) {
  const texts = Object.fromEntries(POLICY_TEXTS.map((field) => [field, textOf(content[field])]));
  return {
    ...(texts as Record<(typeof POLICY_TEXTS)[number], string>),
    issuingBodies: linesOf(content.issuingBodies),
  };
}

/** @param before has what the form does not show */
export const fromPolicyForm = (form: PolicyForm, before: DraftContent): DraftContent => ({
  ...before,
  ...form,
  issuingBodies: fromLines(form.issuingBodies),
});

const INTERPRETATION_TEXTS = ['policy', 'title', 'body', 'sourceUrl'] as const;

/** An interpretation as the fields of its form hold it. */
export type InterpretationForm = ReturnType<typeof toInterpretationForm>;

export const toInterpretationForm = (content: DraftContent) =>
  Object.fromEntries(INTERPRETATION_TEXTS.map((field) => [field, textOf(content[field])])) as Record<
    (typeof INTERPRETATION_TEXTS)[number],
    string
  >;
