import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeApproval } from './judgeApproval';

const approvers = ['group:default/leads'];

describe('judgeApproval', () => {
  it.each<[AnswersInput, string[]]>([
    [{}, []],
    [{ approvers }, []],
    [{ changeApproval: true }, ["Changes can't wait for an approval yet"]],
    [
      { tier: 'production' },
      ["Production needs an approver, and approvals don't exist yet"],
    ],
    [
      { tier: 'production', changeApproval: false },
      ["Production needs an approver, and approvals don't exist yet"],
    ],
    [
      { tier: 'production', approvers },
      ["Production can't be created before approvals exist"],
    ],
  ])('%j: %j', (input, headlines) => {
    const answers = answersWith(input);
    const findings = judgeApproval(answers, {});
    expect(findings.map(({ headline }) => headline)).toEqual(headlines);
    expect(findings.every(({ severity }) => severity === 'blocker')).toBe(true);
    expect(uselessSteps(judgeApproval, answers, {})).toEqual([]);
  });
});
