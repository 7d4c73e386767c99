import type { z } from 'zod/v4';
import type { Finding, NextStep } from '../finding';

/** Beyond these nobody reads on; a caller may send any number of keys. */
const MOST_FINDINGS = 50;

type Issue = z.core.$ZodIssue;

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function show(value: unknown): string {
  if (value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return shorten(String(value));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}

interface Words {
  headline: string;
  cause: string;
  nextSteps: NextStep[];
}

/** A bound that was passed, and the answer that just keeps it. */
function describeBound(
  field: string,
  value: unknown,
  word: string,
  bound: number,
): Words {
  if (typeof value === 'number') {
    return {
      headline: `${field} is ${value}; ${word} ${bound}`,
      cause: `It takes a whole number, ${word} ${bound}.`,
      nextSteps: [{ label: `Take ${bound}`, set: { [field]: bound } }],
    };
  }
  const isText = typeof value === 'string';
  const length = isText || Array.isArray(value) ? value.length : 0;
  const unit = isText ? 'characters' : 'entries';
  return {
    headline: `${field} has ${length} ${unit}; ${word} ${bound}`,
    cause: `It takes ${word} ${bound} ${unit}.`,
    nextSteps: [{ label: `Give ${word} ${bound} ${unit}` }],
  };
}

function describe(issue: Issue, field: string, value: unknown): Words {
  if (value === undefined) {
    return {
      headline: `${field} isn't answered yet`,
      cause: 'No environment is made without it.',
      nextSteps: [{ label: `Answer ${field}` }],
    };
  }
  if (issue.code === 'too_big') {
    return describeBound(field, value, 'at most', Number(issue.maximum));
  }
  if (issue.code === 'too_small') {
    return describeBound(field, value, 'at least', Number(issue.minimum));
  }
  if (issue.code === 'invalid_value') {
    return {
      headline: `${field} can't be ${show(value)}`,
      cause: `It is one of ${issue.values.map(String).join(', ')}.`,
      nextSteps: issue.values.map(option => ({
        label: `Take ${String(option)}`,
        set: { [field]: String(option) },
      })),
    };
  }
  return {
    headline: `${field} can't be ${show(value)}`,
    cause: `It ${issue.message}.`,
    nextSteps: [{ label: `Correct ${field}` }],
  };
}

/** A nested answer is replaced whole, so only a step for a plain one can be a button. */
function withoutPatches({ nextSteps, ...words }: Words): Words {
  return { ...words, nextSteps: nextSteps.map(({ label }) => ({ label })) };
}

function judgeUnknown(key: string): Finding {
  return {
    rule: 'shape',
    severity: 'blocker',
    headline: `${shorten(key)} is no question of this form`,
    cause:
      'Account, region, cluster, namespace and all names come from the target, from name and from environment, never from the answers.',
    nextSteps: [{ label: `Leave ${shorten(key)} out`, set: { [key]: null } }],
    fields: [key],
  };
}

function judgeIssue(issue: Issue, input: unknown): Finding[] {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    return issue.keys.map(judgeUnknown);
  }
  const [field] = issue.path;
  if (field === undefined) {
    return [
      {
        rule: 'shape',
        severity: 'blocker',
        headline: 'These are no answers',
        cause: `Answers are an object with one entry for each question; this is ${show(
          input,
        )}.`,
        nextSteps: [{ label: 'Give the answers as an object' }],
        fields: ['answers'],
      },
    ];
  }
  const path = issue.path.map(String).join('.');
  const words = describe(issue, path, valueAt(input, issue.path));
  return [
    {
      rule: 'shape',
      severity: 'blocker',
      ...(issue.path.length > 1 ? withoutPatches(words) : words),
      fields: [String(field)],
    },
  ];
}

/** Says what of the answers can't be read, and within which bounds it could. @public */
export function judgeShape(
  issues: readonly Issue[],
  input: unknown,
): Finding[] {
  return issues
    .flatMap(issue => judgeIssue(issue, input))
    .slice(0, MOST_FINDINGS);
}
