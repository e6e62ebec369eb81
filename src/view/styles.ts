/**
 * Style sheets of late parts that could not be had. Vite's loader asks for each once only: tried again, a part would
 * come unstyled. Here the failed ones are known, and fetched again before the next try.
 */

const failed = new Set<HTMLLinkElement>()

/** Notes every style sheet that fails from now on. */
export const watchStyles = (): void => {
  // Errors of elements do not bubble.
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target)
    },
    true,
  )
}

/** Fetches again what has failed. Rejects while one of them still cannot be had. */
export const renewStyles = async (): Promise<void> => {
  const renewed = [...failed].map(
    (old) =>
      new Promise<void>((resolve, reject) => {
        const link = old.cloneNode() as HTMLLinkElement
        link.addEventListener('load', () => resolve())
        link.addEventListener('error', () => reject(new Error(`no style sheet ${link.href}`)))
        old.replaceWith(link)
        failed.delete(old)
      }),
  )
  await Promise.all(renewed)
}
