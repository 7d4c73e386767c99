import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatOpenApi } from '../src/schema/formatOpenApi';

writeFileSync(
  path.join(__dirname, '../src/schema/openapi.yaml'),
  formatOpenApi(),
);
