import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

// Read once, when `sandbox.ts` is first imported: tests share one folder, which goes with the process.
const folder = mkdtempSync(path.join(tmpdir(), 'sovd-outside-'));
process.env.SOVD_SANDBOX_STATE = folder;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Stands for the folder of a running sandbox. */
export function sandboxState(t: Pick<TestContext, 'after'>) {
  const file = path.join(folder, 'portal.env');
  t.after(() => rmSync(file, { force: true }));
  return {
    folder,
    write: (values: Record<string, string>) => {
      const lines = Object.entries(values).map(entry => entry.join('='));
      writeFileSync(file, lines.join('\n'));
    },
    /** A program that prints its arguments, one a line, and then the answer. */
    program: (name: string, answer = '') => {
      const program = path.join(folder, name);
      const text = `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.args"\ncat <<'END'\n${answer}\nEND\n`;
      writeFileSync(program, text, { mode: 0o755 });
      return program;
    },
  };
}
