/** Resources alone, or a whole template, as a template body. */
export function template(content: object): string {
  return JSON.stringify(
    'Resources' in content ? content : { Resources: content },
  );
}

/** Template parameters in the shape of the API. */
export function parameters(values: Record<string, string | number>) {
  return Object.entries(values).map(([ParameterKey, value]) => ({
    ParameterKey,
    ParameterValue: String(value),
  }));
}
