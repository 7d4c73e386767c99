import { sandboxTarget } from '../__testUtils__/environments';
import { helpOf, namespaceOf } from './helpOf';
import { questionsOf } from './steps';
import type { StepName } from './steps';

function help(step: StepName, field: string, answers: Record<string, unknown>) {
  const question = questionsOf(step).find(each => each.field === field);
  return question && helpOf(question, answers, sandboxTarget);
}

describe('helpOf', () => {
  it('says what becomes of the names', () => {
    expect(
      help('placement', 'environment', { name: 'fleet', environment: 'qa' }),
    ).toMatch(/^Becomes namespace fleet-qa and release fleet-qa\./);
    expect(help('placement', 'environment', {})).toMatch(/^2 to 15/);
  });

  it('says what a node is and how many connections a pod opens', () => {
    expect(
      help('sizes', 'nodesDesired', { nodeInstanceType: 't3.large' }),
    ).toBe('t3.large each; the estimate counts these.');
    const pool = { workers: 2, databasePoolSize: 12, databaseMaxOverflow: 6 };
    expect(help('runtime', 'backendMax', pool)).toMatch(/up to 36 database/);
    expect(help('runtime', 'backendMax', {})).toMatch(/each opens database/);
  });

  it('keeps the words of all other questions', () => {
    expect(help('placement', 'hostedZoneId', {})).toBe('Begins with Z.');
  });
});

describe('namespaceOf', () => {
  it("follows the target's pattern", () => {
    const target = {
      ...sandboxTarget,
      namespacePattern: 'sovd-{environment}-{name}',
    };
    expect(namespaceOf('fleet', 'qa', target)).toBe('sovd-qa-fleet');
  });
});
