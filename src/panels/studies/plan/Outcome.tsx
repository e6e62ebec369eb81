import type { AreaInfo, Overview } from '../../../engine/contract/package.ts'
import type { RankedScore, Supposition } from '../../../engine/contract/studies/plan.ts'
import { useSession } from '../../../view/store.ts'
import { UNTICKED } from '../../../view/studies/plan/options.ts'
import { movedAreas } from '../../../view/studies/plan/plan.ts'
import { rankText } from '../../kit/format.ts'
import { GradeChip } from '../../kit/GradeChip.tsx'
import { useOptions } from '../hooks.ts'

const OnePlace = ({ label, place, digits }: { label: string; place: RankedScore; digits: 1 | 2 }) => {
  const office = useSession((s) => s.view.office)
  const score = place.score ?? place.provisional
  return (
    <div>
      <small>{label}</small>
      <b className="num">{score === null ? '—' : score.toFixed(digits)}</b>
      <span>
        <GradeChip grade={place.grade} />
        {place.rank !== null && <i className="num">{rankText(place.rank, office)}</i>}
      </span>
    </div>
  )
}

/** Two decimals where one would show nothing moving. */
const digitsFor = (before: number | null, after: number | null): 1 | 2 =>
  before !== null && after !== null && before !== after && before.toFixed(1) === after.toFixed(1) ? 2 : 1

export const AreaHead = ({ before, after }: { before: RankedScore; after: RankedScore }) => {
  const digits = digitsFor(before.score ?? before.provisional, after.score ?? after.provisional)
  return (
    <div className="plan-head">
      <OnePlace label="现在" place={before} digits={digits} />
      <span aria-hidden="true">→</span>
      <OnePlace label="设想后" place={after} digits={digits} />
    </div>
  )
}

const placeText = ({ rank, grade }: RankedScore, office: string | null) =>
  rank === null ? grade : rankText(rank, office)

/** That both ranks are the district's is said with the first of them. */
const moveText = (before: RankedScore, after: RankedScore, office: string | null): string =>
  before.rank === after.rank
    ? placeText(after, office)
    : `${placeText(before, office)} → ${placeText(after, before.rank === null ? office : null)}`

/** Areas told one by one; the others are on the map. */
const MOST_MOVES = 6

const Moves = ({ supposition, areas }: { supposition: Supposition; areas: readonly AreaInfo[] }) => {
  const [, set] = useOptions('plan')
  const office = useSession((s) => s.view.office)
  const infos = new Map(areas.map((area) => [area.code, area]))
  const moved = movedAreas(supposition.areas, new Set(infos.keys()))
  if (moved.length === 0) return <p className="study-note">等级和名次都没有变化。</p>
  return (
    <ul className="plan-moves" aria-label="等级和名次变化">
      {moved.slice(0, MOST_MOVES).map(({ code, before, after }) => (
        <li key={code}>
          <button type="button" className="inline-link" onClick={() => set({ area: code, ...UNTICKED })}>
            {infos.get(code)?.shortName}
          </button>
          <span className="num">{moveText(before, after, office)}</span>
          <b>{before.grade === after.grade ? '' : `${before.grade} → ${after.grade}`}</b>
        </li>
      ))}
      {moved.length > MOST_MOVES && (
        <li className="study-note">另有 {moved.length - MOST_MOVES} 个居委会名次变化</li>
      )}
    </ul>
  )
}

const passing = (overview: Overview, places: readonly RankedScore[]): number => {
  const passes = new Set(overview.standard.grades.filter((grade) => grade.passes).map(({ id }) => id))
  return places.filter(({ grade }) => passes.has(grade)).length
}

export const GroupHead = ({ overview, supposition }: { overview: Overview; supposition: Supposition }) => {
  const office = useSession((s) => s.view.office)
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const codes = new Set(areas.map(({ code }) => code))
  const own = supposition.areas.filter(({ code }) => codes.has(code))
  const { before, after } = supposition.offices.find(({ name }) => name === office) ?? supposition.district
  const digits = digitsFor(before, after)
  const text = (score: number | null) => (score === null ? '—' : score.toFixed(digits))
  return (
    <>
      <div className="plan-head">
        <div>
          <small>现在</small>
          <b className="num">{text(before)}</b>
          <span className="num">
            达标{' '}
            {passing(
              overview,
              own.map((row) => row.before),
            )}{' '}
            个
          </span>
        </div>
        <span aria-hidden="true">→</span>
        <div>
          <small>设想后</small>
          <b className="num">{text(after)}</b>
          <span className="num">
            达标{' '}
            {passing(
              overview,
              own.map((row) => row.after),
            )}{' '}
            个
          </span>
        </div>
      </div>
      <Moves supposition={supposition} areas={areas} />
    </>
  )
}
