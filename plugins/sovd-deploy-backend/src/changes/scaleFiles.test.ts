import { createHash } from 'node:crypto';
import { proposeEnvironment } from '../__testUtils__/testTarget';
import { scaleFiles } from './scaleFiles';

const environment = proposeEnvironment();
const own = 'environments/staging';
const sum = (text: string) => createHash('sha256').update(text).digest('hex');
const answers = `answers:
  backendReplicas: 3 # was 2
  backendMin: 3
  backendMax: 10
  logLevel: INFO
`;
const values = `# Generated
backend: { replicaCount: 3 }
hpa:
  enabled: true
  minReplicas: 3 # was 2
  maxReplicas: 10
`;
const files: Record<string, string> = {
  [`${own}/environment.yaml`]: answers,
  [`${own}/values.yaml`]: values,
  '.sovd-template.yaml': `application: fleet
environments:
  staging:
    backendReplicas: 3
    backendMin: 3
    backendMax: 10
files:
  ${own}/environment.yaml:
    sha256: ${sum(answers)}
  ${own}/values.yaml:
    sha256: ${sum(values)}
  README.md:
    sha256: abc
`,
};

describe('scaleFiles', () => {
  const scale = (given: Record<string, string>) =>
    scaleFiles(
      environment,
      { backendMin: 5, backendMax: 12 },
      async file => given[file],
    );

  it('replaces the numbers and their sums, and no other byte', async () => {
    const newAnswers = answers
      .replace('3 #', '5 #')
      .replace('Min: 3', 'Min: 5')
      .replace('Max: 10', 'Max: 12');
    const newValues = values
      .replace('Count: 3', 'Count: 5')
      .replace('minReplicas: 3', 'minReplicas: 5')
      .replace('10', '12');
    expect(await scale(files)).toEqual({
      [`${own}/environment.yaml`]: newAnswers,
      [`${own}/values.yaml`]: newValues,
      '.sovd-template.yaml': files['.sovd-template.yaml']
        .replace('backendReplicas: 3', 'backendReplicas: 5')
        .replace('backendMin: 3', 'backendMin: 5')
        .replace('backendMax: 10', 'backendMax: 12')
        .replace(sum(answers), sum(newAnswers))
        .replace(sum(values), sum(newValues)),
    });
  });

  it('leaves the sum of a file that was edited by hand, which tells that it was', async () => {
    const edited = { ...files, [`${own}/values.yaml`]: `${values}# by hand\n` };
    const record = (await scale(edited))['.sovd-template.yaml'];
    expect(record).toContain(sum(values));
    expect(record).not.toContain(sum(answers));
  });

  it('does without a record of the template, and with one that sums up nothing', async () => {
    const { '.sovd-template.yaml': _record, ...rest } = files;
    expect(Object.keys(await scale(rest))).toHaveLength(2);
    const bare = { ...rest, '.sovd-template.yaml': 'application: fleet\n' };
    expect(await scale(bare)).toMatchObject({
      '.sovd-template.yaml': 'application: fleet\n',
    });
  });

  it.each([
    ['is missing', undefined],
    ['has no such number', 'backend: {}\n'],
    ["isn't YAML", 'backend: [\n'],
  ])('names the file that %s', async (_what, text) => {
    const given = { ...files, [`${own}/values.yaml`]: text ?? '' };
    await expect(scale(given)).rejects.toThrow(
      `${own}/values.yaml has no number hpa.minReplicas`,
    );
  });
});
