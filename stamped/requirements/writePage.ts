/** Writes `docs/requirements.md`: `node stamped/requirements/writePage.ts`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readRequirements } from './readRequirements.ts';
import { toRequirementsPage } from './toRequirementsPage.ts';

const file = path.resolve(import.meta.dirname, '../../docs/requirements.md');
await writeFile(file, toRequirementsPage(await readRequirements()));
