/** Answers whose code is loaded when one of them is first asked for: what few sessions use does not hold up the start. */

/**
 * @param names the questions that `load` answers, all of them: one that is left out could not be asked
 * @param load makes the answers, once; again where it failed
 */
export const late = <A extends { [K in keyof A]: (...args: never[]) => unknown }>(
  names: { readonly [name in keyof A]: true },
  load: () => Promise<A>,
): A => {
  let answers: Promise<A> | null = null
  const asked = (name: keyof A) =>
    (async (...args: never[]) => {
      // What could not be loaded once may be there the next time it is asked for.
      answers ??= load().catch((error: unknown) => {
        answers = null
        throw error
      })
      return (await answers)[name](...args)
    }) as A[keyof A]
  return Object.fromEntries(Object.keys(names).map((name) => [name, asked(name as keyof A)])) as unknown as A
}
