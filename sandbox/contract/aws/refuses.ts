import assert from 'node:assert/strict';

/** Asserts that AWS refuses the call with this code and text. */
export async function refuses(
  code: string,
  text: RegExp,
  call: () => Promise<unknown>,
): Promise<void> {
  await assert.rejects(call, (error: Error) => {
    // some codes have a class of their own in the SDK, named with "Exception"
    assert.equal(
      error.name.replace(/Exception$/, ''),
      code.replace(/Exception$/, ''),
      error.message,
    );
    assert.match(error.message, text);
    return true;
  });
}
