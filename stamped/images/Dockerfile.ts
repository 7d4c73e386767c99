/** One instruction, its continued lines joined. */
export interface Instruction {
  name: string;
  text: string;
}

/** One image of a Dockerfile: all from a FROM to the next. */
export interface Stage {
  /** What it starts from, with the defaults of the arguments before it put in. */
  base: string;
  /** Its name, where it has one. */
  name?: string;
  instructions: Instruction[];
}

/** A Dockerfile as far as the checks look into it; here-documents aren't read. */
export class Dockerfile {
  /** Defaults of the arguments before the first FROM. */
  readonly args: Record<string, string> = {};
  readonly stages: Stage[] = [];

  constructor(text: string) {
    for (const { name, text: rest } of toInstructions(text)) {
      if (name === 'FROM') {
        const [base, , as] = rest.split(/\s+/);
        this.stages.push({
          base: base.replace(
            /\$\{(\w+)\}/g,
            (_, argument: string) => this.args[argument] ?? '',
          ),
          name: as,
          instructions: [],
        });
      } else if (this.stages.length > 0) {
        this.stages[this.stages.length - 1].instructions.push({
          name,
          text: rest,
        });
      } else if (name === 'ARG') {
        const [argument, value = ''] = rest.split('=');
        this.args[argument] = value;
      }
    }
  }

  /** The stage that becomes the image. */
  get image(): Stage {
    return this.stages[this.stages.length - 1];
  }
}

/** Texts of a stage's instructions of a name, in their order. */
export const allOf = ({ instructions }: Stage, name: string): string[] =>
  instructions
    .filter(instruction => instruction.name === name)
    .map(({ text }) => text);

/** The text of the last instruction of a name, which is the one that counts. */
export const lastOf = (stage: Stage, name: string): string =>
  allOf(stage, name).at(-1) ?? '';

function toInstructions(text: string): Instruction[] {
  return text
    .split('\n')
    .filter(line => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [, name, rest] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
      return { name: name.toUpperCase(), text: rest };
    });
}
