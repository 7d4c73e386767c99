import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { answersMigrations } from '../answersMigrations/migrateAnswers';
import { notesBetween, parseVersionNotes } from './versionNotes';

const folder = path.resolve(__dirname, '../../../../templates/sovd-webapp');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const notes = parseVersionNotes(read('versions.yaml'));
const versionOf = (file: string): string =>
  parse(read(file)).metadata.annotations['sovd.io/template-version'];

describe('versions.yaml', () => {
  it("ends with the template's own version, which its upgrade brings", () => {
    const version = versionOf('template.yaml');
    expect(notes.at(-1)?.version).toBe(version);
    expect(versionOf('upgrade.yaml')).toBe(version);
  });

  it('has an entry for each version that answers are brought to', () => {
    const versions = notes.map(({ version }) => version);
    expect(versions).toEqual(
      expect.arrayContaining(answersMigrations.map(({ to }) => to)),
    );
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('has the versions in their order, none before the one before it', () => {
    expect(notesBetween(notes, '0.0.0', '99.0.0')).toEqual(notes);
    const dates = notes.map(({ date }) => date);
    expect([...dates].sort()).toEqual(dates);
  });
});

describe('notesBetween', () => {
  it.each([
    ['0.1.0', '0.4.0', ['0.2.0', '0.3.0', '0.4.0']],
    ['0.3.0', '0.4.0', ['0.4.0']],
    ['0.3.5', '0.4.0', ['0.4.0']],
    ['0.4.0', '0.4.0', []],
  ])('passes from %s to %s the versions %j', (from, to, versions) => {
    expect(notesBetween(notes, from, to).map(({ version }) => version)).toEqual(
      versions,
    );
  });
});

describe('parseVersionNotes', () => {
  it.each(['', 'versions: []', 'versions: [', 'versions: [{ version: x }]'])(
    'refuses %j',
    text => {
      expect(() => parseVersionNotes(text)).toThrow(
        /versions\.yaml can't be read; whoever keeps the template/,
      );
    },
  );
});
