import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { gitUrl } from '../git/gitConnection.ts';
import type { Settings } from '../settings.ts';
import { GitRepositoryTags } from './GitRepositoryTags.ts';
import { startImageRegistry } from './ImageRegistry.ts';

// The registry's program: its one argument is the sandbox's settings as JSON.

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const cache = path.join(settings.state, 'images');
mkdirSync(cache, { recursive: true });
const tags = new GitRepositoryTags(gitUrl(settings), cache);
await startImageRegistry(settings.ports.images, tags);
process.stderr.write(`listening on port ${settings.ports.images}\n`);
