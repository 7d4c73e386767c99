import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import { judgeResources } from './judgeResources';

const resources = (cpu: string, memory: string) => ({
  backendResources: {
    requests: { cpu, memory },
    limits: { cpu: '500m', memory: '512Mi' },
  },
});

describe('judgeResources', () => {
  it.each([
    ['500m', '512Mi', []],
    ['1m', '1Mi', []],
    ['501m', '512Mi', ['resources-cpu']],
    ['500m', '513Mi', ['resources-memory']],
    ['1000m', '1024Mi', ['resources-cpu', 'resources-memory']],
  ])('requests of %s and %s: %j', (cpu, memory, rules) => {
    const answers = answersWith(resources(cpu, memory));
    const findings = judgeResources(answers, {});
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeResources, answers, {})).toEqual([]);
  });

  it('says both numbers', () => {
    const [{ headline }] = judgeResources(
      answersWith(resources('750m', '256Mi')),
      {},
    );
    expect(headline).toBe(
      'A backend pod asks for 750m of CPU, above its limit of 500m',
    );
  });
});
