/** A part that didn't come up: which, why, the last lines of its log, and what to do. */
export class PartError extends Error {
  readonly part: string;

  /** @param command - what to run again */
  constructor(
    part: string,
    reason: string,
    { log, tail, command }: { log: string; tail: string; command: string },
  ) {
    const lines = tail
      ? `Last lines of ${log}:\n${tail.replace(/^/gm, '    ')}`
      : `Its log ${log} is empty.`;
    super(
      `${part} did not come up: ${reason}\n${lines}\n` +
        `What to do: mend the cause and run "${command}" again (running parts are kept). ` +
        `If its data is broken, "./yarnw sandbox reset" starts from nothing.`,
    );
    this.name = 'PartError';
    this.part = part;
  }
}
