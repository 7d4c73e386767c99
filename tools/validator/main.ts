import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleValidator, generateSchema } from './bundleValidator.ts';

for (const file of [await bundleValidator(), await generateSchema()]) {
  await mkdir(path.dirname(file.path), { recursive: true });
  await writeFile(file.path, file.text);
  process.stdout.write(`${file.path}: ${file.text.length} bytes\n`);
}
