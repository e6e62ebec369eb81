/** Answers that are worked out from the package that is open when they are asked for. */
import type { Opened } from './package/open.ts'

/** The same answers as functions of the package: each takes it first, and then what it is asked. */
export type FromPackage<A> = {
  [Name in keyof A]: A[Name] extends (...args: infer Args) => Promise<infer Answer>
    ? (opened: Opened, ...args: Args) => Answer | Promise<Answer>
    : never
}

export const answering = <A>(answers: FromPackage<A>, opened: () => Opened): A =>
  Object.fromEntries(
    Object.entries<(opened: Opened, ...args: unknown[]) => unknown>(answers as never).map(
      ([name, answer]) => [name, async (...args: unknown[]) => answer(opened(), ...args)],
    ),
  ) as A
