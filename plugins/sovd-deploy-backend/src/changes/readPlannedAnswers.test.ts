import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { readPlannedAnswers } from './readPlannedAnswers';

const environment = proposeEnvironment();

describe('readPlannedAnswers', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'answers-'));
    await mkdir(path.join(folder, 'environments/staging'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = async (text: string) => {
    const file = 'environments/staging/environment.yaml';
    await writeFile(path.join(folder, file), text);
    return readPlannedAnswers(folder, environment);
  };

  it('takes what the repository says over what the registry knows', async () => {
    expect(await read('answers:\n  nodesDesired: 4\n')).toEqual({
      answers: { ...environment.answers, nodesDesired: 4 },
      findings: [],
    });
  });

  it('keeps what the registry knows where the repository has no answers', async () => {
    expect(await readPlannedAnswers(folder, environment)).toEqual({
      answers: environment.answers,
      findings: [],
    });
  });

  it.each(['answers: [\n', 'answers:\n  nodesDesired: many\n'])(
    'says that it keeps it when the file cannot be read: %j',
    async text => {
      expect(await read(text)).toEqual({
        answers: environment.answers,
        findings: [expect.objectContaining({ rule: 'answers-unreadable' })],
      });
    },
  );
});
