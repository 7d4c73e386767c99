import { readIniSection } from './readIniSection';

function read(text: string, given: Record<string, string> = {}) {
  const found = readIniSection(text, 'alembic', given);
  return typeof found === 'string' ? found : Object.fromEntries(found);
}

describe('readIniSection', () => {
  it.each([
    ['[alembic]\na = 1\nB: 2\n', { a: '1', b: '2' }],
    ['[other]\na = 1\n[alembic]\nb = 2\n[x]\nc = 3', { b: '2' }],
    ['# a = 1\n[alembic]\n; b = 2\nc = 3 ; not a comment', expect.anything()],
    ['[alembic]\na =\n  one\n  two\nb = 2', { a: '\none\ntwo', b: '2' }],
    ['[DEFAULT]\na = 1\n[alembic]\nb = %(a)s', { a: '1', b: '1' }],
    ['[alembic]\r\na = 50%%\r\n', { a: '50%' }],
    ['[alembic]\na = %%(rev)s', { a: '%(rev)s' }],
    ['[alembic]\nflag', { flag: '' }],
    ['', {}],
  ])('reads %j', (text, options) => {
    expect(read(text)).toEqual(options);
  });

  it('fills in what is given', () => {
    expect(read('[alembic]\na = %(here)s/x', { here: 'backend' })).toEqual({
      here: 'backend',
      a: 'backend/x',
    });
  });

  it.each(['%(nothing)s', '%(a)s', '5 %', '%x'])('refuses %j', value => {
    expect(read(`[alembic]\na = ${value}\n`)).toBe(
      'option a of alembic.ini refers to nothing',
    );
  });
});
