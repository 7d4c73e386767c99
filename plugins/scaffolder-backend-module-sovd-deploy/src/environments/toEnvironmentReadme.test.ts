import {
  answersSchema,
  estimateCost,
  priceBook,
} from '@sovd/plugin-sovd-deploy-common';
import { toEnvironmentReadme } from './toEnvironmentReadme';

const place = {
  accountId: '210987654321',
  clusterMode: 'create',
  namespacePattern: '{name}-{environment}',
  region: 'us-east-1',
} as const;

function readmeOf(more: object) {
  const answers = answersSchema.parse({
    name: 'fleet',
    owner: 'group:default/platform',
    environment: 'staging',
    target: 'aws',
    ...more,
  });
  return toEnvironmentReadme(
    answers,
    place,
    estimateCost(answers, priceBook, place),
  );
}

describe('toEnvironmentReadme', () => {
  it('stands beside the answers, with names, commands and what it costs', () => {
    const { path, content } = readmeOf({});
    expect(path).toBe('environments/staging/README.md');
    expect(content).toContain(
      '| CloudFormation stack | `fleet-staging` in us-east-1, account 210987654321 |',
    );
    expect(content).toContain('kubectl --namespace fleet-staging get');
    expect(content).toContain('| **Together** | **$440** |');
    expect(content).toContain('| Budget | $800 |');
  });

  it('says the addresses of its domain, or how to get in without', () => {
    expect(readmeOf({ domain: 'fleet.example.com' }).content).toContain(
      '- page: https://fleet.example.com\n',
    );
    expect(readmeOf({}).content).toContain('It has no domain');
  });

  it('repeats no free text', () => {
    const description = '](https://evil.example) | <script>';
    expect(readmeOf({ description }).content).toBe(readmeOf({}).content);
  });
});
