/** How every AWS client of these tests is made: no retries, so that a refused call is seen as it is. */
export function clientConfiguration(endpoint: string, region = 'eu-west-1') {
  return {
    region,
    endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
}
