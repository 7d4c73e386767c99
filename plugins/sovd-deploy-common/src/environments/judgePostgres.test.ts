import { answersWith } from '../__testUtils__/testAnswers';
import { uselessSteps } from '../__testUtils__/uselessSteps';
import type { Answers } from './answers';
import { judgePostgres, postgresSupportEnd } from './judgePostgres';

describe('judgePostgres', () => {
  it.each<[Answers['postgresVersion'], string | undefined, string[]]>([
    ['15', '2026-05-11', []],
    ['15', '2026-05-12', ['info']],
    ['15', '2027-11-11', ['info']],
    ['15', '2027-11-12', ['warning']],
    ['16', '2026-11-21', []],
    ['18', '2026-11-21', []],
    ['15', undefined, []],
  ])('%s on %s: %j', (postgresVersion, today, severities) => {
    const answers = answersWith({ postgresVersion });
    const findings = judgePostgres(answers, { today });
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
    expect(uselessSteps(judgePostgres, answers, { today })).toEqual([]);
  });

  it('says until when', () => {
    expect(postgresSupportEnd('15')).toBe('2027-11-11');
    const answers = answersWith({ postgresVersion: '15' });
    expect(judgePostgres(answers, { today: '2026-11-21' })).toMatchObject([
      {
        headline: 'PostgreSQL 15 is supported until 2027-11-11',
        cause: 'Then it gets no fixes any more: in 12 months.',
        nextSteps: [
          {
            label: 'PostgreSQL 18, until 2030-11-14',
            set: { postgresVersion: '18' },
          },
        ],
      },
    ]);
  });
});
