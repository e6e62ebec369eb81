/** Narrows the 台账 to what is selected, and widens it again. */
import { isNarrowed, widened } from '../../view/ledger-filter.ts'
import { linkText } from '../../view/links.ts'
import { areaOfRef } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'

export const LedgerNarrow = () => {
  const overview = useSession((s) => s.overview)
  const selection = useSession((s) => s.view.selection)
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  if (overview === null) return null
  const code = areaOfRef(selection, overview)
  const near = overview.areas.find((area) => area.code === code)
  return (
    <>
      {near && ledger.area !== near.code && (
        <button
          type="button"
          className="text-button"
          onClick={() => change({ ledger: { ...ledger, area: near.code } })}
        >
          <span className="clip">只看{near.shortName}</span>
        </button>
      )}
      {ledger.link !== null && (
        <button
          type="button"
          className="text-button"
          title="不再只看这一环"
          onClick={() => change({ ledger: { ...ledger, link: null } })}
        >
          <span className="clip">{linkText(ledger.link, overview)}</span>
          <Glyph name="close" />
        </button>
      )}
      {isNarrowed(ledger) && (
        <button type="button" className="text-button" onClick={() => change({ ledger: widened(ledger) })}>
          清除筛选
        </button>
      )}
    </>
  )
}
