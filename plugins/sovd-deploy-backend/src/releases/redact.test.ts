import fc from 'fast-check';
import { redact } from './redact';

describe('redact', () => {
  it.each([
    [
      'postgresql://sovd:hunter2@db:5432/x',
      'postgresql://sovd:[redacted]@db:5432/x',
    ],
    ['Authorization: Bearer abcdefgh.ijkl', 'Authorization: Bearer [redacted]'],
    ['password=hunter2 next', 'password=[redacted] next'],
    ['"databasePassword": "hunter2"', '"databasePassword": "[redacted]"'],
    ['got eyJhbGciOi.eyJzdWIi.c2ln', 'got [redacted]'],
    ['key AKIAIOSFODNN7EXAMPLE', 'key [redacted]'],
  ])('takes the secret out of %p', (line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  it.each([
    'Release "fleet-staging" does not exist. Installing it now.',
    'STATUS: deployed',
    'secret "sovd-webapp-secrets" not found',
  ])('leaves %p as it is', line => {
    expect(redact(line)).toBe(line);
  });

  it('never lets a known secret through', () => {
    const holds = () =>
      fc.assert(
        fc.property(
          fc.string(),
          fc.stringMatching(/^[A-Za-z0-9]{8,40}$/),
          fc.string(),
          (before, secret, after) =>
            !redact(`${before}${secret}${after}`, [secret]).includes(secret),
        ),
      );
    expect(holds).not.toThrow();
  });
});
