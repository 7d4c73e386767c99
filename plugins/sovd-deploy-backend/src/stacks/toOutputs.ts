import type { Output } from '@aws-sdk/client-cloudformation';
import type { StackOutputs } from '@sovd/plugin-sovd-deploy-common';

/** `DatabaseHost` becomes `databaseHost`, so that every engine gives the same keys. */
export function toOutputs(
  outputs: readonly Output[] | undefined,
): StackOutputs {
  return Object.fromEntries(
    (outputs ?? []).flatMap(({ OutputKey: key, OutputValue: value }) =>
      key && value !== undefined ? [[lowerFirstWord(key), value]] : [],
    ),
  );
}

/** The first word is lowered as a whole when it is an abbreviation: `VPCId` becomes `vpcId`. */
function lowerFirstWord(key: string): string {
  return key.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])/, word =>
    word.toLocaleLowerCase('en-US'),
  );
}
