import { Document, Scalar, visit } from 'yaml';

/**
 * What YAML refuses unescaped (YAML 1.2.2, production 1, c-printable), and the line
 * separators that readers disagree on.
 */
const unprintable =
  /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const generated =
  ' Generated from environments/<environment>/environment.yaml: edits here are overwritten.';

/**
 * Writes values as YAML that every reader takes for the same values.
 *
 * @remarks
 * Helm and kubectl read YAML 1.1, where a plain `yes`, `off` or `1_000` is no string:
 * `compat` quotes what the two versions would understand differently.
 */
export function toYaml(
  values: readonly unknown[],
  options: { comment?: 'generated' } = {},
): string {
  return values
    .map((value, index) => {
      const document = new Document(value, {
        compat: 'yaml-1.1',
        aliasDuplicateObjects: false,
      });
      visit(document, {
        Scalar(_key, node) {
          if (
            typeof node.value === 'string' &&
            node.value.search(unprintable) >= 0
          ) {
            node.type = Scalar.QUOTE_DOUBLE;
          }
        },
      });
      if (options.comment && index === 0 && document.contents) {
        document.contents.commentBefore = generated;
      }
      // Unprintable characters stand in double quotes only, where escapes are read. Block
      // text would lose the blanks of a line that holds nothing else.
      return document
        .toString({ lineWidth: 0, blockQuote: false })
        .replace(unprintable, escape);
    })
    .join('---\n');
}
