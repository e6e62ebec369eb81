/** Where things stand in their lists, by id: built once a standard and once a model. Of equal ids the first. */

import type { Model } from './records.ts'
import { oncePer } from './remembered.ts'
import type { Standard } from './standard.ts'

const indexBy = <Value>(
  list: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, number> =>
  // From the end, so that the first of equal keys is set last.
  new Map(list.map((_, i) => [keyOf(list[list.length - 1 - i] as Value), list.length - 1 - i]))

const idOf = ({ id }: { id: string }) => id

/** Indices into the lists of a standard; bands by their result. */
export const inStandard = oncePer((standard: Standard) => ({
  kinds: indexBy(standard.kinds, idOf),
  categories: indexBy(standard.categories, idOf),
  items: indexBy(standard.items, idOf),
  severities: indexBy(standard.severity.levels, idOf),
  bands: indexBy(standard.bands, ({ result }) => result),
  grades: indexBy(standard.grades, idOf),
}))

/** Indices into the lists of a model; areas by their code. */
export const inModel = oncePer((model: Model) => ({
  areas: indexBy(model.areas, ({ code }) => code),
  sites: indexBy(model.sites, idOf),
  waters: indexBy(model.waters, idOf),
  issues: indexBy(model.issues, idOf),
}))
