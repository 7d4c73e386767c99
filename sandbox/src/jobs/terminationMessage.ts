import { readFileSync } from 'node:fs';

// kubelet: MaxContainerTerminationMessageLength, …LogLength, …LogLines
const MAX_MESSAGE = 4096;
const MAX_LOG = 2048;
const MAX_LOG_LINES = 80;

function tail(file: string, bytes: number): string {
  try {
    return readFileSync(file).subarray(-bytes).toString('utf8');
  } catch {
    return '';
  }
}

/** What kubelet puts into `terminated.message`: the file, else (policy FallbackToLogsOnError and a failure) the end of the log. */
export function terminationMessage(options: {
  file: string;
  logLines: readonly string[];
  policy: string | undefined;
  exitCode: number;
}): string | undefined {
  const written = tail(options.file, MAX_MESSAGE);
  if (written !== '') return written;
  if (options.policy !== 'FallbackToLogsOnError' || options.exitCode === 0)
    return undefined;
  const lines = options.logLines.slice(-MAX_LOG_LINES).map(line => `${line}\n`);
  return (
    Buffer.from(lines.join('')).subarray(-MAX_LOG).toString('utf8') || undefined
  );
}
