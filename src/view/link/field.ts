/**
 * A field of the view as one row of a table: what it is where nothing is said, how the link keeps it, what of it a package
 * can show, and what of it is a step that Back undoes.
 */
import type { Overview } from '../../engine/contract/package.ts'
import type { Codec } from './codec.ts'

export interface Rules<T> {
  /** the value of a link as this package can show it: what the package does not have is left at its default */
  settle: (value: T, overview: Overview) => T
  /** the value of the screen, when another state of the package takes its place; as `settle` where nothing else is said */
  carry: (value: T, overview: Overview) => T
  /** what makes a step when it changes; absent = any change of the value */
  step: (value: T) => unknown
}

export interface Field<T> extends Rules<T> {
  usual: T
  /** The usual value where the link says nothing, or what cannot be meant. Never throws. */
  read: (link: URLSearchParams) => T
  /** The usual value leaves nothing in the link. */
  write: (value: T, link: URLSearchParams) => void
}

export type ValueOf<F> = F extends Field<infer T> ? T : never

type Row<T> = Pick<Field<T>, 'usual' | 'read' | 'write'> & Partial<Rules<T>>

/** A row that says itself how it is kept. */
export const row = <T>({ settle = (value) => value, ...rest }: Row<T>): Field<T> => ({
  settle,
  carry: settle,
  step: (value) => value,
  ...rest,
})

/** A value kept under a key of its own. */
export const field = <T>(
  key: string,
  usual: NoInfer<T>,
  { read, write }: Codec<T>,
  rules: Partial<Rules<NoInfer<T>>> = {},
): Field<T> =>
  row<T>({
    usual,
    read: (link) => read(link.get(key) ?? '') ?? usual,
    write: (value, link) => {
      const text = write(value)
      if (text !== write(usual)) link.set(key, text)
    },
    ...rules,
  })

/** A value that may be absent, as it is where nothing else is said. */
export const maybe = <T>(
  key: string,
  { read, write }: Codec<T>,
  rules: Partial<Rules<NoInfer<T> | null>> = {},
): Field<T | null> =>
  field<T | null>(key, null, { read, write: (value) => (value === null ? '' : write(value)) }, rules)

/** On or off: a letter among those of a key, there when it is not as usual. */
export const flag = (key: string, letter: string, usual: boolean): Field<boolean> =>
  row({
    usual,
    read: (link) => (link.get(key) ?? '').includes(letter) !== usual,
    write: (value, link) => {
      if (value !== usual) link.set(key, `${link.get(key) ?? ''}${letter}`)
    },
  })

/** Several fields as one; they are written in the order they stand in. */
export const table = <T extends object>(fields: { readonly [K in keyof T]: Field<T[K]> }): Field<T> => {
  const names = Object.keys(fields) as (keyof T)[]
  const each = (of: <K extends keyof T>(name: K) => unknown) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as T
  return {
    usual: each((name) => fields[name].usual),
    read: (link) => each((name) => fields[name].read(link)),
    write: (value, link) => {
      for (const name of names) fields[name].write(value[name], link)
    },
    settle: (value, overview) => each((name) => fields[name].settle(value[name], overview)),
    carry: (value, overview) => each((name) => fields[name].carry(value[name], overview)),
    step: (value) => each((name) => fields[name].step(value[name])),
  }
}

type Ids = (overview: Overview) => readonly string[]

export const areaCodes: Ids = ({ areas }) => areas.map(({ code }) => code)
export const officeNames: Ids = ({ offices }) => offices.map(({ name }) => name)
export const kindIds: Ids = ({ standard }) => standard.kinds.map(({ id }) => id)
export const categoryIds: Ids = ({ standard }) => standard.categories.map(({ id }) => id)

/** Valid where the package has it. */
export const known = (ids: Ids): Pick<Rules<string | null>, 'settle'> => ({
  settle: (value, overview) => (value !== null && ids(overview).includes(value) ? value : null),
})

/** Those of a list that the package has. */
export const allKnown = (ids: Ids): Pick<Rules<string[]>, 'settle'> => ({
  settle: (values, overview) => values.filter((value) => ids(overview).includes(value)),
})
