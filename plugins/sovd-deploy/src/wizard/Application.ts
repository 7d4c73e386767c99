/** What the first step of the form asks, as far as it is answered. */
export interface Application {
  name?: string;
  description?: string;
  owner?: string;
  system?: string;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Reads the first step's answers from the values of the whole form. */
export function toApplication(
  form: Readonly<Record<string, unknown>> = {},
): Application {
  return {
    name: textOf(form.name),
    description: textOf(form.description),
    owner: textOf(form.owner),
    system: textOf(form.system),
  };
}
