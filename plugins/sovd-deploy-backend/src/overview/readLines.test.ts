import { Readable } from 'node:stream';
import { readLines } from './readLines';

const linesOf = async (chunks: AsyncIterable<Uint8Array>) => {
  const lines: string[] = [];
  for await (const line of readLines(chunks)) lines.push(line);
  return lines;
};

describe('readLines', () => {
  it('joins what the network has cut, also within a character', async () => {
    const bytes = Buffer.from('{"a":1}\n{"b":"ü"}\n{"c":3}\nrest');
    const chunks = Array.from(bytes, byte => Buffer.from([byte]));
    expect(await linesOf(Readable.from(chunks))).toEqual([
      '{"a":1}',
      '{"b":"ü"}',
      '{"c":3}',
    ]);
  });

  it('ends with an error when the stream does', async () => {
    async function* broken() {
      yield Buffer.from('one\n');
      throw new Error('connection reset');
    }
    const lines: string[] = [];
    const reading = (async () => {
      for await (const line of readLines(broken())) lines.push(line);
    })();
    await expect(reading).rejects.toThrow('connection reset');
    expect(lines).toEqual(['one']);
  });
});
