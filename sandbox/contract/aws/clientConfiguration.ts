/** How every AWS client of these tests is made: no retries, so that a refused call is seen as it is. */
export function clientConfiguration(endpoint: string) {
  return {
    region: 'eu-west-1',
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
}
