import path from 'node:path';
import { PythonEnvironment } from '../../sandbox/src/python/PythonEnvironment.ts';

/** checkov, cfn-lint, hadolint, yamllint and MkDocs, pinned with hashes. */
export const checksEnvironment = new PythonEnvironment({
  name: 'checks',
  title: 'Python environment of the stamped repository’s checks',
  requirementsFile: settings =>
    path.join(settings.root, 'stamped', 'requirements.txt'),
});
