/** Where a photo of the package lies. */

/** The address of `path` under `base`; null for anything that would be read from elsewhere. */
export const photoUrl = (path: string, base: string): string | null => {
  if (!URL.canParse(path, base)) return null
  const { href } = new URL(path, base)
  return href.startsWith(base) ? href : null
}
