import type { Answers } from '@sovd/plugin-sovd-deploy-common';

/** What the first step of the form says of the application, as far as it is answered. */
export interface Application {
  name?: string;
  description?: string;
  owner?: string;
  system?: string;
  /** Its environments, when the form adds one more to them. */
  others?: readonly Answers[];
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

/**
 * The entity whose application gets one more environment, in a form that asks for one in
 * place of name and owner.
 */
export function toApplicationRef(
  form: Readonly<Record<string, unknown>> = {},
): string | undefined {
  return textOf(form.application);
}
