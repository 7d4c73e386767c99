import type { ExternalSecretSpec, RemoteReference } from './ExternalSecret.ts';
import { SyncError } from './SyncError.ts';

/** Reads a value from the provider: its whole text. */
export type ReadRemote = (reference: RemoteReference) => Promise<string>;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const toText = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** The value of a property: a key as it is written, else a path with dots. */
export function extractProperty(text: string, property: string): string {
  const whole = parseObject(text);
  let found: unknown = whole?.[property];
  if (found === undefined) {
    found = property
      .split('.')
      .reduce<unknown>(
        (node, key) =>
          typeof node === 'object' && node
            ? (node as Record<string, unknown>)[key]
            : undefined,
        whole,
      );
  }
  if (found === undefined) {
    throw new SyncError(`key ${property} does not exist in secret`);
  }
  return toText(found);
}

async function readOne(
  reference: RemoteReference,
  read: ReadRemote,
): Promise<string> {
  const { decodingStrategy = 'None', property } = reference;
  if (decodingStrategy !== 'None') {
    throw new SyncError(
      `decodingStrategy ${decodingStrategy} is not offered by the sandbox`,
    );
  }
  const text = await read(reference);
  return property ? extractProperty(text, property) : text;
}

/** What the Secret will hold, `dataFrom` first and then `data`, as the operator does it. */
export async function secretData(
  spec: ExternalSecretSpec,
  read: ReadRemote,
): Promise<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const [index, source] of (spec.dataFrom ?? []).entries()) {
    const where = `spec.dataFrom[${index}]`;
    if (!source.extract || source.rewrite || source.sourceRef) {
      throw new SyncError(`${where}: the sandbox offers only a plain extract`);
    }
    const { key } = source.extract;
    const text = await named(`${where}.extract`, key, () =>
      readOne(source.extract as RemoteReference, read),
    );
    const whole = parseObject(text);
    if (!whole) {
      throw new SyncError(`${where}: secret ${key} is no JSON object`);
    }
    for (const [name, value] of Object.entries(whole)) {
      data[name] = toText(value);
    }
  }
  for (const [index, entry] of (spec.data ?? []).entries()) {
    const where = `spec.data[${index}]`;
    if (entry.sourceRef) {
      throw new SyncError(`${where}: the sandbox offers no sourceRef`);
    }
    data[entry.secretKey] = await named(where, entry.remoteRef.key, () =>
      readOne(entry.remoteRef, read),
    );
  }
  return data;
}

async function named(
  where: string,
  key: string,
  work: () => Promise<string>,
): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    throw new SyncError(
      `error processing ${where} (key: ${key}), err: ${error.message}`,
    );
  }
}
