import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';

/** Where the templates and what they stamp lie. */
export const templateFolder = path.resolve(
  __dirname,
  '../../../../templates/sovd-webapp',
);

/** Annotation of a template that says which version of it stamps. */
export const VERSION_ANNOTATION = 'sovd.io/template-version';

const templateSchema = z.object({
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.object({
    parameters: z.array(
      z.looseObject({ properties: z.record(z.string(), z.looseObject({})) }),
    ),
    steps: z.array(
      z.object({
        id: z.string(),
        action: z.string(),
        input: z.record(z.string(), z.json()),
      }),
    ),
  }),
});

/** A Template entity of this project, as far as tests look into it. */
export type TemplateFile = z.infer<typeof templateSchema> & { text: string };

/** @param file - its name in the folder of the templates */
export function readTemplate(file: string): TemplateFile {
  const text = readFileSync(path.join(templateFolder, file), 'utf8');
  return { ...templateSchema.parse(parse(text)), text };
}
