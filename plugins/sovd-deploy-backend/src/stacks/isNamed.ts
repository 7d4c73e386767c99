/** Whether an error is one of those that the SDK gives a name. */
export function isNamed(error: unknown, name: RegExp): error is Error {
  return error instanceof Error && name.test(error.name);
}
