/** Nothing can be made of the package. The message is one plain Chinese sentence, for the user. */
export class PackageError extends Error {
  override name = 'PackageError'
}
