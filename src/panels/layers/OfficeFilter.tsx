/** Whose: the district, or one 办事处, with its score. */
import type { Figures } from '../../engine/contract/board.ts'
import { gradeColour } from '../../view/colours.ts'
import { useSession } from '../../view/store.ts'
import { scoreText } from '../kit/format.ts'

export const OfficeFilter = () => {
  const { overview, board, view, change } = useSession()
  if (overview === null || board === null || overview.offices.length === 0) return null
  const choose = (office: string | null) =>
    change({ office, selection: null, camera: null, ledger: { ...view.ledger, area: null } })
  const shortNames = new Map(overview.offices.map(({ name, shortName }) => [name, shortName]))
  const row = (office: string | null, label: string, figures: Figures) => (
    <button
      key={label}
      type="button"
      className="row"
      aria-pressed={view.office === office}
      onClick={() => choose(office)}
      title={label}
      aria-label={`${label} ${scoreText(figures.score)}`}
    >
      <span>{shortNames.get(label) ?? label}</span>
      <i className="swatch" style={{ background: gradeColour(overview.standard, figures.grade) }} />
      <b className="num">{scoreText(figures.score)}</b>
    </button>
  )
  return (
    <fieldset className="offices">
      <legend>办事处</legend>
      {row(null, '全区', board.district)}
      {board.offices.map((office) => row(office.id, office.name, office))}
    </fieldset>
  )
}
