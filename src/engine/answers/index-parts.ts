/** What the 整改指数 of an area, an office or the district is made of. */

import type { Day } from '../../model/day.ts'
import { isInScope, type Scope } from '../../model/scope.ts'
import { closureAt } from '../../scoring/closure/closure.ts'
import type { IndexParts } from '../contract/ledger.ts'
import type { Opened } from '../package/open.ts'

export const indexPartsOf = ({ model, places, standard }: Opened, scope: Scope, asOf: Day): IndexParts => {
  const inside = (index: number) => {
    const area = model.areas[places.issues[index]?.area ?? -1]
    return area !== undefined && isInScope(scope, area)
  }
  const issues = model.issues.filter((_, i) => inside(i))
  const nowhere = scope === null ? model.issues.filter((_, i) => (places.issues[i]?.area ?? -1) < 0) : []
  return {
    ...closureAt(issues, standard, asOf),
    outside: closureAt(nowhere, standard, asOf).due,
    from: asOf - standard.window + 1,
    asOf,
  }
}
