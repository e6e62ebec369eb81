/** Actions and what doing them does, read slowly from the rules: the records are written out and the day scored anew. */
import type { Model } from '../../src/model/records.ts'
import type { Standard } from '../../src/model/standard.ts'
import type { Halves } from '../../src/scoring/actions.ts'
import type { Counted } from '../../src/scoring/counted.ts'
import { openAt } from '../../src/scoring/problem.ts'
import { type Scores, scoreAt } from '../../src/scoring/score.ts'
import { check, prepared } from './fixture.ts'

/** An action by the names of its records. */
export interface Named {
  /** id of the site, null for a problem at none */
  site: string | null
  item: string
  issues: string[]
  recheck: '复查合格' | '取缔' | null
}

/** After every row of the day, whatever file it stands in. */
const LAST_LINE = 2e9

const failingUpTo = ({ bands }: Standard): number => {
  const worst = bands[bands.length - 1] as Standard['bands'][number]
  return Math.max(worst.defectsEmpty, ...worst.steps.map(({ grade }) => grade))
}

/** The actions there are, in file order. */
export const namedActions = (parts: Partial<Model>, standard: Standard, t: number): Named[] => {
  const ready = prepared(parts, standard)
  const { counted } = scoreAt(ready, t, { withoutLedger: true })
  const { spots, spotOf, issues: placed } = ready.places
  const found: (Named & { order: [number, number] })[] = []
  const recheckOf = (row: Counted | undefined): Named['recheck'] => {
    if (row === undefined) return null
    const spot = spots[row.spot] as (typeof spots)[number]
    const kind = standard.kinds[spot.kind]
    const named = standard.derived.status?.some(
      (rule) => rule.item === standard.items[row.item]?.id && rule.kinds.includes(kind?.id ?? ''),
    )
    if (named && kind?.targetZero) return row.grade < 10 ? '取缔' : null
    const { type } = row.entry.origin
    return type !== 'survey' && type !== 'water' && row.grade <= failingUpTo(standard) ? '复查合格' : null
  }
  for (const [at, spot] of spots.entries())
    for (const [i, item] of standard.items.entries()) {
      const issues = (parts.issues ?? []).filter((p) => {
        const kind = standard.kinds[spot.kind]
        return (
          p.siteId !== null &&
          spotOf.get(p.siteId) === at &&
          (p.item ?? kind?.defaultItem) === item.id &&
          openAt(p, t)
        )
      })
      const recheck = recheckOf(counted.find((row) => row.spot === at && row.item === i))
      if (issues.length > 0 || recheck !== null)
        found.push({
          site: spot.id,
          item: item.id,
          issues: issues.map(({ id }) => id),
          recheck,
          order: [at, i],
        })
    }
  const loose = (parts.issues ?? []).flatMap((p, i): Named[] =>
    p.siteId === null && p.item !== null && openAt(p, t) && (placed[i]?.shares.length ?? 0) > 0
      ? [{ site: null, item: p.item, issues: [p.id], recheck: null }]
      : [],
  )
  return [...found.map(({ order: _, ...named }) => named), ...loose]
}

/** The records with the actions done: problems closed on the day, rows entered after every row of it. */
const acted = (
  parts: Partial<Model>,
  standard: Standard,
  t: number,
  done: readonly { action: Named; halves: Halves }[],
): Partial<Model> => {
  const ready = prepared(parts, standard)
  const { counted } = scoreAt(ready, t, { withoutLedger: true })
  const closed = new Set(done.flatMap(({ action, halves }) => (halves === 'recheck' ? [] : action.issues)))
  const checks = [...(parts.checks ?? [])]
  const statusChanges = [...(parts.statusChanges ?? [])]
  for (const { action, halves } of done) {
    if (halves === 'close' || action.recheck === null) continue
    const item = standard.items.findIndex(({ id }) => id === action.item)
    const spot = ready.places.spotOf.get(action.site as string)
    const { entry } = counted.find((row) => row.spot === spot && row.item === item) as Counted
    const { origin } = entry
    const rule = standard.derived.status?.find((one) => one.item === action.item)
    if (action.recheck === '取缔' && origin.type === 'status') {
      const status = Object.entries(rule?.grades ?? {}).find(([, grade]) => grade === 10)?.[0] as string
      statusChanges.push({ siteId: action.site as string, day: t, status, basis: null, line: LAST_LINE })
      continue
    }
    const source =
      origin.type === 'check' ? (parts.checks?.[origin.index]?.source as string) : (rule?.source as string)
    const verdict = action.recheck === '取缔' ? { grade: 10 } : { result: '合格', defects: 0 }
    checks.push(check(action.site as string, action.item, t, null, { source, line: LAST_LINE, ...verdict }))
  }
  return {
    ...parts,
    checks,
    statusChanges,
    issues: (parts.issues ?? []).map((p) =>
      closed.has(p.id) ? { ...p, fixedOn: Math.min(p.fixedOn ?? t, t), verifiedOn: t } : p,
    ),
  }
}

export const scoredAfter = (
  parts: Partial<Model>,
  standard: Standard,
  t: number,
  done: readonly { action: Named; halves: Halves }[],
): Scores => scoreAt(prepared(acted(parts, standard, t, done), standard), t, { withoutLedger: true })
