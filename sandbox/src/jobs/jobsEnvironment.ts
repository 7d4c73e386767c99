import path from 'node:path';

import { PythonEnvironment } from '../python/PythonEnvironment.ts';

/**
 * What migration Jobs run in: a step of set-up. Its pins are those of the stamped `backend/requirements.txt` as far as
 * `app.migrate` needs them; a package that a team adds is missing here, and its Job says so.
 */
export const jobsEnvironment = new PythonEnvironment({
  name: 'jobs',
  title: 'Python environment of migration Jobs',
  requirementsFile: settings =>
    path.join(settings.root, 'sandbox', 'jobs', 'requirements.txt'),
});
