import path from 'node:path';
import type { UnreadableRevision } from '@sovd/plugin-sovd-deploy-common';
import type { AlembicRevision } from './AlembicRevision';
import { classifyRevision } from './classifyRevision';
import { PythonModule } from './PythonModule';
import { readRevisionVariables } from './readRevisionVariables';

/**
 * Reads one file of a version folder without running it.
 *
 * @param file - path in the repository
 */
export function readAlembicRevision(
  file: string,
  text: string,
): AlembicRevision | UnreadableRevision {
  try {
    return read(file, text);
  } catch (error) {
    // the stack's end: nobody writes that by hand, but a repository may hold it
    if (!(error instanceof RangeError)) throw error;
    return { file, reason: 'its expressions are nested too deep to be read' };
  }
}

function read(
  file: string,
  text: string,
): AlembicRevision | UnreadableRevision {
  const module = new PythonModule(text);
  const line = module.syntaxError(module.root, 'FunctionDefinition');
  if (line) return { file, reason: `line ${line} can't be read as Python` };
  const variables = readRevisionVariables(module, path.posix.basename(file));
  if (typeof variables === 'string') return { file, reason: variables };
  return {
    ...variables,
    title: module.title,
    file,
    ...classifyRevision(module),
  };
}

/** Alembic takes every `.py` file but these: `__init__…` and editors' `.#…`. */
export function isRevisionFile(name: string): boolean {
  return (
    name.endsWith('.py') &&
    !name.startsWith('__init__') &&
    !name.startsWith('.#')
  );
}
