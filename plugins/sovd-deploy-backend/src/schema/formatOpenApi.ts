import { stringify } from 'yaml';
import { version } from '../../package.json';
import { operations } from './operations';
import { toOpenApi } from './toOpenApi';

const head = `# Written by "yarn workspace @sovd/plugin-sovd-deploy-backend openapi"
# from the schemas and routes of the contract: change those, not this file.
`;

/** Text of `openapi.yaml`. */
export function formatOpenApi(): string {
  const document = toOpenApi(operations, version);
  return (
    head +
    stringify(document, {
      aliasDuplicateObjects: false,
      lineWidth: 0,
      singleQuote: true,
    })
  );
}
