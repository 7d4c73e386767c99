/** A repository with revisions, and how it should be read. */
export interface AlembicProject {
  title: string;
  /** By path in the repository. */
  files: Record<string, string>;
  /**
   * `same` as Alembic reads it; `refused` by both; `unknown` what Alembic finds out by
   * running the code.
   */
  expected: 'same' | 'refused' | 'unknown';
}

const INI = '[alembic]\nscript_location = %(here)s/alembic\n';
const VERSIONS = 'backend/alembic/versions';
const BODY = '\ndef upgrade():\n    pass\n\ndef downgrade():\n    pass\n';

/** @param files - variables of each revision by name without folder and `.py` */
function project(
  title: string,
  files: Record<string, string>,
  expected: AlembicProject['expected'] = 'same',
  more: Record<string, string> = {},
): AlembicProject {
  const revisions = Object.entries(files).map(([name, variables]) => [
    name.includes('/') ? `backend/${name}.py` : `${VERSIONS}/${name}.py`,
    `${variables}\n${BODY}`,
  ]);
  return {
    title,
    expected,
    files: {
      'backend/alembic.ini': INI,
      ...Object.fromEntries(revisions),
      ...more,
    },
  };
}

/** `down` is written as in Python. */
const of = (id: string, down: string, more = '') =>
  `revision = "${id}"\ndown_revision = ${down}\n${more}`;
const FIRST = of('a', 'None');

const syntax = (title: string, variables: string) =>
  project(title, { a: FIRST, b: variables });
const refused = (title: string, files: Record<string, string>) =>
  project(title, files, 'refused');
const unknown = (title: string, variables: string) =>
  project(title, { a: FIRST, b: variables }, 'unknown');

/** Many lines that branch, merge and depend on one another, always the same. */
function wide(seed: number): AlembicProject {
  const files: Record<string, string> = {};
  let state = seed;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  for (let at = 0; at < 14; at += 1) {
    const pick = () => `r${next(at)}`;
    const down = new Set<string>();
    for (let n = at === 0 ? 0 : next(3); n > 0; n -= 1) down.add(pick());
    // more than one is an unordered set in Alembic, which has no one order then
    const depends = at > 0 && next(4) === 0 ? pick() : undefined;
    const list = [...down].map(id => `"${id}"`).join(', ');
    files[`${next(90) + 10}_r${at}`] = of(
      `r${at}`,
      down.size > 0 ? `[${list}]` : 'None',
      depends && !down.has(depends) ? `depends_on = "${depends}"` : '',
    );
  }
  return project(`a wide history (${seed})`, files);
}

export const alembicProjects: readonly AlembicProject[] = [
  project('one revision', { a: FIRST }),
  project('no revision', {}, 'same', { [`${VERSIONS}/README`]: '' }),
  project('a line in any order of files', {
    z: FIRST,
    a: of('c', '"b"'),
    m: of('b', '"a"'),
  }),
  syntax(
    'annotations',
    'from typing import Union\nrevision: str = "b"\ndown_revision: Union[str, None] = "a"',
  ),
  syntax('prefixes', `revision = r'b'\ndown_revision = u"a"`),
  syntax(
    'an f-string without placeholder',
    `revision = f"b{{}}"\ndown_revision = f'a'`,
  ),
  syntax('concatenation', `revision = "b" 'c' + "d"\ndown_revision = ("" "a")`),
  syntax('escapes', `revision = "\\x62\\u00e9\\101"\ndown_revision = """a"""`),
  syntax('a tuple without parentheses', of('b', '"a",')),
  syntax('a list', of('b', '["a"]')),
  syntax('a set', of('b', '{"a"}')),
  syntax('a name for a literal', `BEFORE = "a"\n${of('b', 'BEFORE')}`),
  syntax('several targets', 'revision, down_revision = "b", "a"'),
  syntax('a second assignment', `${of('x', 'None')}\n${of('b', '"a"')}`),
  syntax(
    'a docstring that lies',
    `"""x\n\nRevision ID: x\nRevises: y\n"""\n${of('b', '"a"')}`,
  ),
  syntax('Windows line ends', of('b', '"a"').split('\n').join('\r\n')),
  project('an id from the name', { a: FIRST, '1f': 'down_revision = "a"' }),
  project('branches and a merge', {
    a: FIRST,
    b: of('b', '"a"'),
    c: of('c', '"a"'),
    d: of('d', '("b", "c")'),
    e: of('e', '"d"'),
  }),
  project('two heads', { a: FIRST, b: of('b', '"a"'), c: of('c', '"a"') }),
  project('two bases, one needs the other', {
    a: of('a', 'None', 'branch_labels = ("left",)'),
    b: of('b', '"a"'),
    x: of('x', 'None', 'branch_labels = "right"'),
    y: of('y', '"x"', 'depends_on = "b"'),
    z: of('z', '"y"', 'depends_on = ["b"]'),
  }),
  project('a dependency by branch label', {
    a: of('a', 'None', 'branch_labels = ["left"]'),
    x: of('x', 'None', 'depends_on = ("left",)'),
  }),
  project(
    'several folders',
    { 'one/a': FIRST, 'two/b': of('b', '"a"'), 'one/c': of('c', '"b"') },
    'same',
    {
      'backend/alembic.ini': `${INI}path_separator = os\nversion_locations = %(here)s/two:%(here)s/one:%(here)s/none\n`,
      'backend/alembic/env.py': '',
    },
  ),
  project(
    'folders within folders',
    { 'alembic/versions/x/a': FIRST, b: of('b', '"a"') },
    'same',
    { 'backend/alembic.ini': `${INI}recursive_version_locations = true\n` },
  ),
  project('a folder that does not count', {
    a: FIRST,
    'alembic/versions/x/b': 'x',
  }),
  project('pyproject.toml', { a: FIRST, b: of('b', '"a"') }, 'same', {
    'backend/alembic.ini': '[loggers]\nkeys = root\n',
    'backend/pyproject.toml':
      '[tool.alembic]\nscript_location = "%(here)s/alembic"\n',
  }),
  project('files that are none', {
    a: FIRST,
    __init__: 'x = (',
    '.#b': 'x = (',
  }),
  ...[3, 17, 42, 271, 1999, 31337, 4711, 65537, 90001, 123456].map(wide),
  refused('a file without revision', { a: FIRST, none: 'x = 1' }),
  refused('a revision without down_revision', { a: 'revision = "a"' }),
  refused('two files with one id', { a: FIRST, b: FIRST }),
  refused('a revision that stands on nothing', { b: of('b', '"a"') }),
  refused('a dependency on nothing', {
    a: of('a', 'None', 'depends_on = "z"'),
  }),
  refused('a circle', { a: of('a', '"b"'), b: of('b', '"a"') }),
  refused('a circle beside a line', {
    x: of('x', 'None'),
    a: of('a', '"b"'),
    b: of('b', '"a"'),
  }),
  refused('a circle of dependencies', {
    a: of('a', 'None', 'depends_on = "b"'),
    b: of('b', '"a"'),
  }),
  refused('a revision on itself', { a: of('a', '"a"') }),
  refused('an id with a sign', { a: of('a-1', 'None') }),
  refused('a label twice', {
    a: of('a', 'None', 'branch_labels = "l"'),
    b: of('b', 'None', 'branch_labels = "l"'),
  }),
  refused('a syntax error', { a: 'revision = (' }),
  unknown('an id that is computed', of('b', '"".join(["a"])')),
  unknown('an f-string with a placeholder', `x = "a"\n${of('b', 'f"{x}"')}`),
  unknown(
    'a condition',
    `if True:\n    ${of('b', '"a"').split('\n').join('\n    ')}`,
  ),
  unknown('a loop', `for down_revision in ["a"]:\n    revision = "b"`),
  unknown(
    'an imported name',
    `from string import digits\n${of('b', '"a"', 'branch_labels = digits')}`,
  ),
  unknown('a change in place', `${of('', '"a"')}\nrevision += "b"`),
];
