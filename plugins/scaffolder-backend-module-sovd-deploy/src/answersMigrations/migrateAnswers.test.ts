import { answersSchema } from '@sovd/plugin-sovd-deploy-common';
import { answersMigrations, migrateAnswers } from './migrateAnswers';

/** Answers of `.sovd-template.yaml` as 0.1.0 wrote them. */
const early = {
  name: 'harbor',
  description: 'Diagnostics in the harbor',
  owner: 'group:default/platform',
  environment: 'staging',
  tier: 'staging',
  target: 'sandbox',
  engine: 'cloudformation',
  strategy: 'rolling',
  databaseClass: 'db.t3.large',
  backendReplicas: 2,
  logLevel: 'DEBUG',
};

describe('migrateAnswers', () => {
  it('keeps all that the team chose, and parses', () => {
    const migrated = migrateAnswers(early, '0.1.0');
    expect(migrated).toMatchObject(early);
    expect(answersSchema.parse(migrated)).toMatchObject({
      ...early,
      backendMin: 2,
      databaseStorageGb: 50,
    });
  });

  it('passes only the versions in between', () => {
    const canary = { ...early, strategy: 'canary' };
    expect(migrateAnswers(canary, '0.2.0')).toEqual(early);
    expect(migrateAnswers(canary, '0.2.7')).toEqual(early);
    expect(migrateAnswers(canary, '0.3.0')).toBe(canary);
    expect(migrateAnswers(canary, '0.4.0')).toBe(canary);
    expect(migrateAnswers(canary, '0.4.9')).toBe(canary);
  });

  it('is one way for all answers: once there, nothing changes', () => {
    const once = migrateAnswers(early, '0.1.0');
    expect(migrateAnswers(once, '0.1.0')).toEqual(once);
  });

  it.each([
    ['0.5.0', /version 0\.5\.0 .* up to 0\.4\.0\. Update the portal first/],
    ['1.0.0', /Update the portal first/],
    ['next', /"next" is no version of a template/],
    [undefined, /names no version of the template\. Set template\.version/],
  ])('refuses %p with a next step', (version, message) => {
    expect(() => migrateAnswers(early, version)).toThrow(message);
  });

  it('has its migrations in the order of versions', () => {
    const versions = answersMigrations.map(({ to }) => to);
    expect(versions).toEqual(['0.2.0', '0.3.0', '0.4.0']);
  });
});
