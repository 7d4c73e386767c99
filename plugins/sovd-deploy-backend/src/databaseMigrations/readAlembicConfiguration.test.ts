import { readAlembicConfiguration } from './readAlembicConfiguration';

const read = (options: string, toml?: string) =>
  readAlembicConfiguration('backend', {
    ini: options && `[alembic]\n${options}\n`,
    toml,
  });
const folders = (...found: string[]) => ({ folders: found, recursive: false });

describe('readAlembicConfiguration', () => {
  it.each([
    ['script_location = alembic', folders('backend/alembic/versions')],
    ['script_location = %(here)s/alembic', folders('backend/alembic/versions')],
    ['script_location = ./db/', folders('backend/db/versions')],
    ['script_location = ../migrations', folders('migrations/versions')],
    [
      'script_location = app:migrations',
      folders('backend/app/migrations/versions'),
    ],
    [
      'script_location = app.db:migrations',
      folders('backend/app/db/migrations/versions'),
    ],
    [
      'script_location = x\npath_separator = os\nversion_locations = a:%(here)s/b:a',
      folders('backend/a', 'backend/b'),
    ],
    [
      'script_location = x\nversion_path_separator = space\nversion_locations = a b',
      folders('backend/a', 'backend/b'),
    ],
    [
      'script_location = x\npath_separator = newline\nversion_locations =\n  a\n  b',
      folders('backend/a', 'backend/b'),
    ],
    [
      'script_location = x\nversion_locations = a, b c',
      folders('backend/a', 'backend/b', 'backend/c'),
    ],
    [
      'script_location = x\nrecursive_version_locations = true',
      { folders: ['backend/x/versions'], recursive: true },
    ],
  ])('reads %j', (options, expected) => {
    expect(read(options)).toEqual(expected);
  });

  it('reads pyproject.toml where alembic.ini is silent', () => {
    const toml = [
      '[tool.alembic]',
      'script_location = "%(here)s/db"',
      'version_locations = ["%(here)s/a", "b"]',
      'recursive_version_locations = true',
    ].join('\n');
    expect(read('', toml)).toEqual({
      folders: ['backend/a', 'backend/b'],
      recursive: true,
    });
    expect(
      read('version_locations = c\nrecursive_version_locations = false', toml),
    ).toEqual(folders('backend/c'));
  });

  it.each([
    ['', undefined, /^script_location is missing/],
    ['', '[tool.ruff]\nx = 1', /^script_location is missing/],
    ['', 'x = = 1', /^pyproject.toml can't be read: /],
    ['script_location = /app/alembic', undefined, /isn't a folder of the repo/],
    ['script_location = ../../x', undefined, /isn't a folder of the repo/],
    ['script_location = %(x)s', undefined, /refers to nothing/],
    [
      'script_location = x\npath_separator = comma\nversion_locations = a',
      undefined,
      /path_separator "comma" isn't known/,
    ],
  ])('says why %j and %j are no answer', (options, toml, reason) => {
    expect(read(options, toml)).toMatch(reason);
  });
});
