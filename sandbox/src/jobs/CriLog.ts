import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export interface LogLine {
  time: string;
  text: string;
}

/** Writes a container's output in the CRI log format, one line per line, as kubelet's runtimes do. */
export class CriLogWriter {
  readonly #fd: number;

  constructor(file: string) {
    this.#fd = openSync(file, 'a', 0o600);
  }

  attach(stream: NodeJS.ReadableStream, name: 'stdout' | 'stderr'): void {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#write(name, line);
    });
    stream.on('end', () => rest !== '' && this.#write(name, rest));
  }

  #write(name: string, line: string): void {
    writeSync(
      this.#fd,
      `${new Date().toISOString().replace('Z', '000000Z')} ${name} F ${line}\n`,
    );
  }

  close(): void {
    closeSync(this.#fd);
  }
}

export function readCriLog(file: string): LogLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map(line => {
    const [time = '', , , ...text] = line.split(' ');
    return { time, text: text.join(' ') };
  });
}
