/** 专项整治: how each kind of place stands, and how far those that are to be closed down are. */
import { inStandard } from '../../model/by-id.ts'
import { addMonths, type Day } from '../../model/day.ts'
import { gradesOfStates } from '../../model/kind-states.ts'
import { isInScope, type Scope } from '../../model/scope.ts'
import type { Standard } from '../../model/standard.ts'
import { issueStateAt } from '../../model/state.ts'
import { statusAt } from '../../scoring/rows/counted.ts'
import type { FromPackage } from '../answering.ts'
import { lastVisits } from '../answers/site-states.ts'
import { visitedAt } from '../answers/visited.ts'
import type {
  KindAnswers,
  KindFigures,
  KindItem,
  KindLine,
  KindPart,
  KindState,
  KindStudy,
} from '../contract/studies/kinds.ts'
import type { Opened } from '../package/open.ts'

/** The states a kind is graded by, from in operation to closed; none unless it is to be closed down. */
const statesOf = (standard: Standard, kind: number): { state: string; grade: number }[] =>
  Object.entries(gradesOfStates(standard, standard.kinds[kind]))
    .map(([state, grade]) => ({ state, grade }))
    .sort((a, b) => a.grade - b.grade)

/** Adds up the places of one kind. */
class Sum {
  places = 0
  visited = 0
  waived = 0
  points = 0
  gained = 0
  open = 0
  overdue = 0
  lastVisit: Day | null = null
  readonly now = new Map<string | null, number>()
  readonly before = new Map<string | null, number>()

  figures(states: readonly { state: string; grade: number }[]): KindFigures {
    const { places, visited, waived, points, gained, lastVisit, open, overdue } = this
    const row = (state: string | null, grade: number | null): KindState => ({
      state,
      grade,
      now: this.now.get(state) ?? 0,
      before: this.before.get(state) ?? 0,
    })
    const rows = states.map(({ state, grade }) => row(state, grade))
    const unknown = row(null, null)
    if (rows.length > 0 && unknown.now + unknown.before > 0) rows.push(unknown)
    return {
      places,
      visited,
      waived,
      rate: points > 0 ? gained / points : null,
      lastVisit,
      open,
      overdue,
      states: rows,
    }
  }
}

/**
 * The sums of what lies in a scope, by key. A place is where most of it lies, a problem where it was found.
 * @param keysOf which sums a place of that kind (index) in that area (index, -1 = outside all) goes into
 */
const sumsBy = <Key>(
  opened: Opened,
  scope: Scope,
  t: Day,
  keysOf: (kind: number, area: number) => readonly Key[],
): Map<Key, Sum> => {
  const { model, places, prepared, standard, scores } = opened
  const sums = new Map<Key, Sum>()
  const among = (kind: number, area: number): Sum[] => {
    if (!isInScope(scope, model.areas[area])) return []
    return keysOf(kind, area).map((key) => {
      const sum = sums.get(key) ?? new Sum()
      sums.set(key, sum)
      return sum
    })
  }
  const { visited, waived } = visitedAt(opened, t)
  const last = lastVisits(opened, t)
  const since = addMonths(t, -1)
  const graded = standard.kinds.map((_, kind) => new Set(statesOf(standard, kind).map(({ state }) => state)))
  const bySpot: Sum[][] = places.spots.map((spot, i) => {
    if (spot.of !== 'site') return []
    const found = among(spot.kind, spot.placement.area)
    const stateAt = (day: Day) => {
      const state = statusAt(prepared.statusOf.get(i), model.sites[spot.index]?.status ?? null, day)
      return state !== null && graded[spot.kind]?.has(state) ? state : null
    }
    const [now, before] = [stateAt(t), stateAt(since)]
    const visit = last[spot.index] as number
    for (const sum of found) {
      sum.places++
      if (visited.has(i)) sum.visited++
      if (waived.has(i)) sum.waived++
      if (visit > (sum.lastVisit ?? -Infinity)) sum.lastVisit = visit
      sum.now.set(now, (sum.now.get(now) ?? 0) + 1)
      sum.before.set(before, (sum.before.get(before) ?? 0) + 1)
    }
    return found
  })
  for (const { spot, item, grade } of scores(t).counted) {
    const points = standard.items[item]?.points ?? 0
    for (const sum of bySpot[spot] ?? []) {
      sum.points += points
      sum.gained += (points * grade) / 10
    }
  }
  model.issues.forEach((issue, i) => {
    const state = issueStateAt(issue, t)
    const spot = places.spots[prepared.issueSpot[i] as number]
    if (spot?.of !== 'site' || state === null || state === '已销号') return
    for (const sum of among(spot.kind, places.issues[i]?.area ?? -1)) {
      sum.open++
      if (state === '逾期') sum.overdue++
    }
  })
  return sums
}

export const kindLines = (opened: Opened, scope: Scope, t: Day): KindLine[] => {
  const { standard } = opened
  const sums = sumsBy(opened, scope, t, (kind) => [kind])
  return standard.kinds.flatMap(({ id }, kind) => {
    const sum = sums.get(kind)
    return sum === undefined || sum.places === 0
      ? []
      : [{ kind: id, ...sum.figures(statesOf(standard, kind)) }]
  })
}

/** What of the places of a kind is checked, and how well each does; how far they are closed stands in their states. */
const itemsOf = (
  { model, places, standard, scores }: Opened,
  kind: number,
  scope: Scope,
  t: Day,
): KindItem[] => {
  const found = new Map<number, { places: number; grades: number }>()
  for (const { spot, item, grade, entry } of scores(t).counted) {
    const at = places.spots[spot]
    if (at?.of !== 'site' || at.kind !== kind || entry.origin.type === 'status') continue
    if (!isInScope(scope, model.areas[at.placement.area])) continue
    const known = found.get(item) ?? { places: 0, grades: 0 }
    found.set(item, { places: known.places + 1, grades: known.grades + grade })
  }
  return [...found]
    .map(([at, { places, grades }]) => ({
      item: standard.items[at]?.id ?? '',
      text: standard.items[at]?.text ?? '',
      rate: grades / places / 10,
      places,
    }))
    .sort((a, b) => a.rate - b.rate || b.places - a.places)
}

export const kindStudy = (opened: Opened, id: string, scope: Scope, t: Day): KindStudy => {
  const { model, standard } = opened
  const wanted = inStandard(standard).kinds.get(id) ?? -1
  const states = statesOf(standard, wanted)
  const sums = sumsBy(opened, scope, t, (kind, area) => {
    const { code, office = null } = model.areas[area] ?? {}
    return kind === wanted ? ['', `area ${code}`, `office ${office}`] : []
  })
  const groups = (type: 'area' | 'office', ids: readonly (string | null)[]): KindPart[] =>
    ids.flatMap((id) => {
      const sum = sums.get(`${type} ${id}`)
      return id === null || sum === undefined ? [] : [{ id, ...sum.figures(states) }]
    })
  return {
    since: addMonths(t, -1),
    whole: (sums.get('') ?? new Sum()).figures(states),
    offices: groups('office', [...new Set(model.areas.map(({ office }) => office))]),
    areas: groups(
      'area',
      model.areas.map(({ code }) => code),
    ),
    items: itemsOf(opened, wanted, scope, t),
  }
}

export const kindAnswers: FromPackage<KindAnswers> = { kinds: kindLines, kind: kindStudy }
