/** Begins a block whose end is a brace at the beginning of a line, as `terraform fmt` writes it. */
const block =
  /^(variable|module|resource|data) "([\w-]+)"(?: "([\w-]+)")? \{(.*?)(?:^\}|\}$)/gms;

/** Comments on lines of their own say nothing to Terraform, nor does the room around it. */
function plain(body: string): string {
  return body
    .split('\n')
    .filter(line => !/^\s*(?:#|\/\/)/.test(line))
    .map(line => line.trim().replace(/\s+/g, ' '))
    .filter(line => line !== '')
    .join('\n');
}

function addressOf(kind: string, first: string, second?: string): string {
  if (kind === 'variable') return `var.${first}`;
  if (kind === 'module') return `module.${first}`;
  const name = `${first}.${second}`;
  return kind === 'data' ? `data.${name}` : name;
}

/**
 * Variables, modules, resources and data sources of a Terraform configuration by their
 * addresses, each with what is said of it. A file in `modules/<name>` has its folder in
 * front: such an address is the one in that folder, however often it is called.
 *
 * @param files - by path from the configuration's root
 */
export function toTerraformAddresses(
  files: ReadonlyMap<string, string>,
): Map<string, string> {
  const addresses = new Map<string, string>();
  for (const [file, text] of files) {
    const folder = file.split('/').slice(0, -1).join('/');
    for (const [, kind, first, second, body] of text.matchAll(block)) {
      const address = addressOf(kind, first, second);
      addresses.set(folder ? `${folder}: ${address}` : address, plain(body));
    }
  }
  return addresses;
}
