import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { PythonScope } from './PythonScope';
import { readPythonString } from './readPythonString';

/** A Python file as a syntax tree. It is only read, never run. */
export class PythonModule {
  readonly source: string;
  readonly root: SyntaxNode;
  #scope: PythonScope | undefined;

  constructor(text: string) {
    // as Python reads a file: without a byte order mark, each line end as \n
    const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
    this.source = plain.split('\r\n').join('\n').split('\r').join('\n');
    this.root = parser.parse(this.source).topNode;
  }

  /** To be asked for only where there is no syntax error outside of functions. */
  get scope(): PythonScope {
    this.#scope ??= new PythonScope(this.source, this.root);
    return this.#scope;
  }

  /**
   * 1-based line of the first place that the grammar doesn't know.
   *
   * @param within - the part to look at
   * @param besides - a kind of node that isn't looked into
   */
  syntaxError(within = this.root, besides?: string): number | undefined {
    let line: number | undefined;
    within.cursor().iterate(({ type, name, from }) => {
      // the grammar also knows Python 2's print
      if (type.isError || name === 'PrintStatement') {
        line ??= this.source.slice(0, from).split('\n').length;
      }
      return line === undefined && name !== besides;
    });
    return line;
  }

  /** First line of the docstring, for people only. */
  get title(): string {
    let first = this.root.firstChild;
    while (first?.name === 'Comment') first = first.nextSibling;
    const text =
      first?.name === 'ExpressionStatement' ? first.firstChild : undefined;
    if (!text || text.name !== 'String' || text.nextSibling) return '';
    const literal = readPythonString(text, this.source);
    if (literal.kind !== 'string') return '';
    return literal.value.trim().split('\n')[0].trim();
  }
}
