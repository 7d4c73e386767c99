/** A heading with the text up to the next one of its level. */
export interface Section {
  level: number;
  title: string;
  text: string;
}

/** A page of Markdown, by its headings and fenced blocks. */
export class MarkdownPage {
  readonly name: string;
  readonly text: string;
  readonly sections: readonly Section[];

  constructor(name: string, text: string) {
    this.name = name;
    this.text = text;
    this.sections = sectionsOf(text);
  }

  /** Titles of a level. */
  titles(level: number): string[] {
    return this.sections
      .filter(section => section.level === level)
      .map(({ title }) => title);
  }

  /** The text under a heading, with the headings below it. */
  section(title: string): string {
    const found = this.sections.find(section => section.title === title);
    if (!found) throw new Error(`${this.name} has no heading "${title}"`);
    return found.text;
  }

  /** Fenced blocks of a language, without their indentation. */
  blocks(language: string): string[] {
    const fence = new RegExp(
      `^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`,
      'gm',
    );
    return [...this.text.matchAll(fence)].map(([, indent, body]) =>
      body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    );
  }

  /** Fenced blocks and what stands between backticks. */
  get code(): string[] {
    const prose = this.text.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
    const inline = [...prose.matchAll(/`([^`]+)`/g)].map(([, code]) =>
      code.replace(/\s+/g, ' '),
    );
    return [...this.blocks('(?:bash|sh)'), ...inline];
  }

  /** The id that a heading has in an address. */
  get anchors(): ReadonlySet<string> {
    return new Set(
      this.sections.map(({ title }) =>
        title
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .trim()
          .replace(/\s+/g, '-'),
      ),
    );
  }
}

function sectionsOf(text: string): Section[] {
  const lines = text.split('\n');
  const fenced = lines.map(
    (_, at) =>
      lines.slice(0, at).filter(line => /^ *```/.test(line)).length % 2 === 1,
  );
  const heads = lines.flatMap((line, at) => {
    const [, marks, title] = /^(#{1,6}) (.+)$/.exec(line) ?? [];
    return marks && !fenced[at] ? [{ at, level: marks.length, title }] : [];
  });
  return heads.map(({ at, level, title }, index) => {
    const next = heads.slice(index + 1).find(other => other.level <= level);
    return { level, title, text: lines.slice(at + 1, next?.at).join('\n') };
  });
}
