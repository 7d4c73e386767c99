import { priceBook as currentPriceBook } from '../costs/priceBook';
import type { PriceList } from '../costs/PriceList';
import { answersShape } from '../environments/answers';
import type { Answers } from '../environments/answers';
import { completeAnswers } from '../environments/completeAnswers';
import { judgeEnvironment } from '../environments/judgeEnvironment';
import { judgeShape } from '../environments/judgeShape';
import { judgeTargetName } from '../environments/judgeTarget';
import { targetOf } from '../environments/parseAnswers';
import type { Target } from '../environments/target';
import type { Finding } from '../finding';
import { judgeBudget } from './judgeBudget';
import { priceSteps } from './priceSteps';

/** What is known besides the answers. @public */
export interface ValidationContext {
  /** Configured targets; left out, rules about targets and prices are left out too. */
  targets?: readonly Target[];
  /** The current one when left out. */
  priceBook?: PriceList;
  /** ISO 8601; left out, rules about ends of support are left out too. */
  today?: string;
}

/** Stand in for answers that can't be read, so that the others are judged all the same. */
const PLACEHOLDERS = {
  name: 'app',
  owner: 'group:default/app',
  environment: 'staging',
  target: 'unknown',
};

function judgeAnswers(
  answers: Answers,
  context: ValidationContext,
  target: Target | undefined,
): Finding[] {
  const { priceBook = currentPriceBook, targets, today } = context;
  const findings = [
    ...(targets ? judgeTargetName(answers, targets) : []),
    ...judgeEnvironment(answers, { target, today }),
    ...judgeBudget(answers, { target, today }, priceBook),
  ];
  return target ? priceSteps(findings, answers, target, priceBook) : findings;
}

/** Judges what can be read, and keeps quiet about what depends on the rest. */
function judgeRest(
  input: object,
  broken: ReadonlySet<string>,
  context: ValidationContext,
  target: Target | undefined,
): Finding[] {
  const readable = Object.entries(input).filter(([key]) => !broken.has(key));
  const rest = completeAnswers(
    { ...PLACEHOLDERS, ...Object.fromEntries(readable) },
    target,
  );
  const { data } = answersShape.safeParse(rest);
  if (!data) return [];
  return judgeAnswers(data, context, target).filter(
    ({ fields = [] }) => !fields.some(field => broken.has(field)),
  );
}

/**
 * Judges the answers of the form. Pure, so that the form, the scaffolder action, the
 * backend and a repository's own pipeline come to the same verdict; a `blocker` among the
 * findings refuses the answers. It never throws: what can't be read is a finding.
 *
 * @public
 */
export function validateEnvironment(
  input: unknown,
  context: ValidationContext,
): Finding[] {
  const target = targetOf(input, context.targets ?? []);
  const complete = completeAnswers(input, target);
  const parsed = answersShape.safeParse(complete);
  if (parsed.success) return judgeAnswers(parsed.data, context, target);

  const { issues } = parsed.error;
  const findings = judgeShape(issues, complete);
  if (typeof complete !== 'object' || complete === null) return findings;
  const broken = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys
      : issue.path.slice(0, 1).map(String),
  );
  return [
    ...findings,
    ...judgeRest(complete, new Set(broken), context, target),
  ];
}
