import type {
  FieldChange,
  ObjectChange,
} from '@sovd/plugin-sovd-deploy-common';
import type {
  AddedEnvironment,
  Compared,
  CostChange,
  EnvironmentComparison,
  NamedChanges,
  StampComparison,
} from './StampComparison';
import { formatMoney } from '@sovd/plugin-sovd-deploy-common';
import { toBoundedList } from './toBoundedList';
import { toFieldLine } from './toFieldLine';
import { toMarkdownCode } from './toMarkdownCode';

/** Of the whole text; hosts of Git take about 65,000 characters in a pull request. */
const LONGEST = 24_000;
/** Environments that are told in full. */
const MOST_ENVIRONMENTS = 8;
/** Characters of a reason: a chart that refuses its values needs a sentence. */
const REASON = 400;
/** Fields that are told of one object. */
const MOST_FIELDS = 6;

function section<T>(
  title: string,
  compared: Compared<T>,
  toLines: (value: T) => string[],
): string[] {
  if ('reason' in compared) {
    return [
      `**${title}**: not compared, ${toMarkdownCode(compared.reason, REASON)}`,
      '',
    ];
  }
  const lines = toLines(compared.value);
  if (lines.length === 0) return [];
  return [
    `<details><summary>${title}: ${lines.length} changed</summary>`,
    '',
    ...toBoundedList(lines),
    '',
    '</details>',
    '',
  ];
}

const verbs = { add: 'new', change: 'changed', remove: 'removed' } as const;

function objectLine({ kind, name, action, fields }: ObjectChange): string {
  const shown = fields.slice(0, MOST_FIELDS).map(toFieldLine);
  const more = fields.length - shown.length;
  const told = [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
  const what = `${toMarkdownCode(`${kind} ${name}`)} ${verbs[action]}`;
  return told.length > 0 ? `${what}: ${told.join('; ')}` : what;
}

const fieldLines = (fields: FieldChange[]) => fields.map(toFieldLine);

function namedLines({ removed, added, changed }: NamedChanges): string[] {
  const say = (verb: string) => (name: string) =>
    `${toMarkdownCode(name)} ${verb}`;
  // what goes comes first: it may hold data, and lists are cut at their ends
  return [
    ...removed.map(say('removed')),
    ...added.map(say('new')),
    ...changed.map(say('changed')),
  ];
}

function costText(cost: Compared<CostChange>): string {
  if ('reason' in cost)
    return `not compared, ${toMarkdownCode(cost.reason, REASON)}`;
  const { baseline, peak } = cost.value;
  const say = ({ from, to }: CostChange['peak']) => {
    const delta = Math.round(to) - Math.round(from);
    if (delta === 0) return `stays ${formatMoney(to)}`;
    return `${formatMoney(from)} → ${formatMoney(to)} (${
      delta > 0 ? '+' : '−'
    }${formatMoney(Math.abs(delta))})`;
  };
  return `${say(baseline)} a month, at peak ${say(peak)}; an estimate`;
}

function addedText({ environment, cost }: AddedEnvironment): string {
  const told =
    'reason' in cost
      ? `not known, ${toMarkdownCode(cost.reason, REASON)}`
      : `${formatMoney(cost.value.baseline)} a month, at peak ${formatMoney(
          cost.value.peak,
        )}; an estimate`;
  return [
    `### Environment ${toMarkdownCode(environment)}: new`,
    '',
    `Cost: ${told}.`,
  ].join('\n');
}

function environmentText(compared: EnvironmentComparison): string {
  const { environment, objects, values, parameters, variables, cost } =
    compared;
  const details = [
    ...section('Kubernetes objects', objects, changes =>
      changes.map(objectLine),
    ),
    ...section('Chart values of the environment', values, fieldLines),
    ...section('CloudFormation parameters', parameters, fieldLines),
    ...section('Terraform variables of the environment', variables, fieldLines),
  ];
  return [
    `### Environment ${toMarkdownCode(environment)}`,
    '',
    `Cost: ${costText(cost)}.`,
    '',
    ...(details.length > 0 ? details : ['Nothing that runs changes.', '']),
  ].join('\n');
}

/**
 * A comparison as Markdown for a pull request. Text of a repository stands in code alone,
 * lists are cut at their ends, and what doesn't fit is counted.
 */
export function toComparisonText(comparison: StampComparison): string {
  const { added, environments, chartValues, resources, addresses } = comparison;
  const shared = [
    '### All environments',
    '',
    ...section("Defaults of the chart's values", chartValues, fieldLines),
    ...section('CloudFormation resources', resources, namedLines),
    ...section(
      'Terraform variables, modules and resources (read from the files, no plan)',
      addresses,
      namedLines,
    ),
  ];
  const parts = [
    '## What it changes',
    ...added.map(addedText),
    ...(shared.length > 2 ? [shared.join('\n')] : []),
    ...environments.slice(0, MOST_ENVIRONMENTS).map(environmentText),
  ];
  let text = '';
  let left = Math.max(0, environments.length - MOST_ENVIRONMENTS);
  for (const part of parts) {
    if (text.length + part.length <= LONGEST) text += `${part.trimEnd()}\n\n`;
    else left += 1;
  }
  const rest =
    left > 0
      ? `And ${left} more, too long to be told here: see the files.\n`
      : '';
  return `${text}${rest}`.trimEnd();
}
