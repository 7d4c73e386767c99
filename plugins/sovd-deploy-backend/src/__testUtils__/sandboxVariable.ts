/**
 * A setting of the running sandbox.
 *
 * @throws when a test that needs the sandbox is run without it
 */
export function sandboxVariable(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set: start the sandbox and run "test:sandbox" with .sandbox/portal.env`,
  );
}
