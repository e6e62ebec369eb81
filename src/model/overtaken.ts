/** The package has become another one since, or while, a question about it was asked. */
export class OvertakenError extends Error {
  override name = 'OvertakenError'
}

/** From a worker an error comes with its name, but not as what it was. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && error.name === 'OvertakenError'
