/** What a service answers who may not: `code: sentence`, or `allowed` where it does what was asked. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'allowed',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  )
}
