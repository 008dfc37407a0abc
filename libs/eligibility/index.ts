export { type AnswerColumn, readColumns, toColumns, writeColumns } from './answer-columns.js';
export {
  type Answers,
  type AnswerValue,
  type Attribute,
  type AttributeOption,
  type Sensitivity,
  SENSITIVITIES,
  type Subject,
  SUBJECTS,
} from './attribute.js';
export { type Day, parseDay } from './calendar.js';
export { type AnswerFault, checkAnswers } from './check-answers.js';
export { allIndustries, industriesBelow, industryName } from './code-range.js';
export { compileCondition, type Evaluate } from './compile-condition.js';
export { leavesOf } from './condition-leaves.js';
export { isCreditCode } from './credit-code.js';
export { describeLeaf, type NameArea } from './describe-condition.js';
export { describeAmount } from './describe-amount.js';
export { describeRule } from './describe-rule.js';
export { encodeAnswers, type EncodedAnswers } from './encoded-answers.js';
export { eligibleFrom, failuresOf, type Failure, type Finding, findingsOf } from './explain.js';
export { type HeldTogether, type Holding, holdTogether } from './held-together.js';
export { tooDeepAt } from './json-depth.js';
export { attributesNeeded, judgeColumns } from './judge-columns.js';
export { type Judgement, judgePart, type Situation, VERDICT_OF } from './judge-part.js';
export { FALSE, type Kleene, TRUE, UNKNOWN } from './kleene.js';
export { OPERATOR_NAMES, type OperatorName, operatorNamesOf } from './operators.js';
export { parseRule } from './parse-rule.js';
export { ruleSchema } from './rule-schema.js';
export { askedFor, fewestQuestions } from './questions.js';
export type { AmountPeriod, AmountRule, Condition, EligibilityRule, RuleFault, RulePart } from './rule.js';
export { attributesOf, findAttribute, VOCABULARY_VERSION } from './vocabulary.js';
export { type Amount, attributesOfFormula, workOutAmount } from './work-out-amount.js';
