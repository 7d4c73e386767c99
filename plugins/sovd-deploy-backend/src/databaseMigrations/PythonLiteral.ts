/** What an expression is without running it. */
export type PythonLiteral =
  | { kind: 'string'; value: string }
  | { kind: 'none' }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'list'; items: PythonLiteral[] }
  | {
      kind: 'unreadable';
      /** A clause without a subject's name, e.g. `f"{x}" has a placeholder`. */
      reason: string;
    };
