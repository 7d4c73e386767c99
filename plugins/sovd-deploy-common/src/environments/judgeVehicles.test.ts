import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { AnswersInput } from './answers';
import { judgeVehicles } from './judgeVehicles';

const on = (...ports: number[]) =>
  ({
    vehicleConnectorEnabled: true,
    vehicleEndpoints: ports.map(port => `gateway.test:${port}`),
  } satisfies AnswersInput);

describe('judgeVehicles', () => {
  it.each<[AnswersInput, string[]]>([
    [{}, []],
    [on(1, 65535), []],
    [on(), ['vehicle-endpoints']],
    [on(0), ['vehicle-port']],
    [on(50051, 65536), ['vehicle-port']],
    [
      { ...on(50051), vehicleConnectorEnabled: false },
      ['vehicle-endpoints-unused'],
    ],
  ])('%j: %j', (input, rules) => {
    const answers = answersWith(input);
    const findings = judgeVehicles(answers, {});
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(uselessSteps(judgeVehicles, answers, {})).toEqual([]);
  });
});
