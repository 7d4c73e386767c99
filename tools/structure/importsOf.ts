import ts from 'typescript';
import type { SourceFile } from './sourceFiles.ts';

/** Module specifiers that a file imports, types included, in their order. */
export function importsOf(file: SourceFile): string[] {
  return ts
    .preProcessFile(file.text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
}
