import { importedFrom } from './importedFrom';
import { PythonModule } from './PythonModule';

describe('importedFrom', () => {
  it.each([
    ['from alembic import op', ['op']],
    ['from alembic import op as run, context', ['run']],
    ['from alembic import (context, op,)', ['op']],
    ['def f():\n  from alembic import op', ['op']],
    ['if x:\n  from alembic import op', ['op']],
    ['from other import op', []],
    ['import alembic', []],
  ])('finds the one thing in %j', (source, names) => {
    const module = new PythonModule(`${source}\n`);
    expect([...importedFrom(module, 'alembic', 'op')]).toEqual(names);
  });

  it.each([
    ['import sqlalchemy as sa', ['sa']],
    ['import sqlalchemy', ['sqlalchemy']],
    ['import sqlalchemy.orm', ['sqlalchemy']],
    ['import os, sqlalchemy as sa', ['sa']],
    ['from sqlalchemy import text, Column as C', ['text', 'C']],
    ['from sqlalchemy.dialects import postgresql', ['postgresql']],
  ])('finds a package and what is in it in %j', (source, names) => {
    const module = new PythonModule(`${source}\n`);
    expect([...importedFrom(module, 'sqlalchemy')]).toEqual(names);
  });
});
