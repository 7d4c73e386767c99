import { ConfigReader } from '@backstage/config';
import {
  readAccountId,
  readNamePattern,
  readNamespacePattern,
} from './configNames';

describe('readNamePattern', () => {
  const config = new ConfigReader({ name: 'cloud' });

  const readPattern = (pattern: string) =>
    readNamePattern(config, 'imageRepositoryPattern', pattern, [
      '{name}',
      '{component}',
    ]);

  it('takes a pattern that has all parts', () => {
    const pattern = 'registry.example.com/{owner}/{name}-{component}';
    expect(readPattern(pattern)).toBe(pattern);
  });

  it.each([
    ['{name}', 'needs {component}'],
    ['shared', 'needs {name} and {component}'],
  ])('refuses %s: %s', (pattern, message) => {
    expect(() => readPattern(pattern)).toThrow(message);
  });
});

describe('readNamespacePattern', () => {
  const read = (namespacePattern?: string) =>
    readNamespacePattern(new ConfigReader({ name: 'cloud', namespacePattern }));

  it('is application and environment when nothing is said', () => {
    expect(read()).toBe('{name}-{environment}');
  });

  it.each(['sovd-{name}-{environment}', '{environment}--{name}'])(
    'takes %s',
    pattern => expect(read(pattern)).toBe(pattern),
  );

  it.each([
    ['SOVD_{name}-{environment}', 'makes the namespace SOVD_sovd-qa'],
    ['{name}-{environment}-', 'makes the namespace sovd-qa-'],
    ['{name}.{environment}', 'makes the namespace sovd.qa'],
    ['{owner}-{name}-{environment}', 'makes the namespace {owner}-sovd-qa'],
    ['kube-{name}-{environment}', 'with neither a hyphen at an end nor kube-'],
    [`${'p'.repeat(60)}-{name}-{environment}`, 'at most 63'],
    ['SOVD_{name}', 'needs {environment}'],
  ])('refuses %s: %s', (pattern, message) => {
    expect(() => read(pattern)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('namespacePattern of target cloud'),
      }),
    );
    expect(() => read(pattern)).toThrow(message);
  });
});

describe('readAccountId', () => {
  const read = (accountId?: string | number) =>
    readAccountId(new ConfigReader({ name: 'cloud', accountId }));

  it('takes twelve digits, zeros before them too', () => {
    expect(read('012345678901')).toBe('012345678901');
  });

  it.each([
    ['1234', 'accountId of target cloud is 1234; an AWS account has twelve'],
    [123456789012, 'accountId of target cloud is 123456789012; an AWS account'],
    ['12345678901a', 'twelve digits, which stand in quotes'],
    [undefined, 'accountId of target cloud is not set'],
  ])('refuses %s', (accountId, message) => {
    expect(() => read(accountId)).toThrow(message);
  });
});
