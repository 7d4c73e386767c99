import path from 'node:path';
import { PythonEnvironment } from '../python/PythonEnvironment.ts';

/** MkDocs with Backstage's plugin, which the portal builds the pages of a repository with: a step of set-up. */
export const techDocsEnvironment = new PythonEnvironment({
  name: 'techdocs',
  title: 'Python environment of TechDocs',
  requirementsFile: settings =>
    path.join(settings.root, 'sandbox', 'techdocs', 'requirements.txt'),
});
