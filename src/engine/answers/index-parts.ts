/** What the 整改指数 of an area, an office or the district is made of. */

import type { Day } from '../../model/day.ts'
import { closureAt } from '../../scoring/closure.ts'
import type { IndexParts } from '../contract/ledger.ts'
import type { Opened } from '../package/open.ts'

/** @param of null = the district */
export const indexPartsOf = (
  { model, places, standard }: Opened,
  of: { type: 'area' | 'office'; id: string } | null,
  asOf: Day,
): IndexParts => {
  const inside = (index: number) => {
    const area = model.areas[places.issues[index]?.area ?? -1]
    return area !== undefined && (of === null || (of.type === 'area' ? area.code : area.office) === of.id)
  }
  const issues = model.issues.filter((_, i) => inside(i))
  const nowhere = of === null ? model.issues.filter((_, i) => (places.issues[i]?.area ?? -1) < 0) : []
  return {
    ...closureAt(issues, standard, asOf),
    outside: closureAt(nowhere, standard, asOf).due,
    from: asOf - standard.window + 1,
    asOf,
  }
}
