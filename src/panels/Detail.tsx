/** Right: the ranking when nothing is selected, else everything about what is. */
import type { Overview, Ref } from '../engine/api.ts'
import { useSession } from '../view/store.ts'
import { IssuePanel, SitePanel, WaterPanel } from './cards.tsx'
import { Glyph } from './Glyph.tsx'
import { goTo } from './goto.ts'
import { Ranking } from './Ranking.tsx'
import { Why } from './Why.tsx'

const titleOf = (ref: Ref, overview: Overview): string => {
  switch (ref.type) {
    case 'area':
      return overview.areas.find((area) => area.code === ref.id)?.name ?? ref.id
    case 'office':
      return ref.id
    case 'site':
      return overview.sites.name[overview.sites.id.indexOf(ref.id)] ?? ref.id
    case 'issue':
      return '问题'
    case 'water':
      return overview.waterShapes.features.find((f) => f.properties.id === ref.id)?.properties.name ?? ref.id
  }
}

/** The 居委会 that a selection lies in, to go up to. */
const parentOf = (ref: Ref, overview: Overview): { code: string; name: string } | null => {
  const index =
    ref.type === 'site'
      ? overview.sites.area[overview.sites.id.indexOf(ref.id)]
      : ref.type === 'issue'
        ? overview.issues.area[overview.issues.id.indexOf(ref.id)]
        : undefined
  const area = index === undefined ? undefined : overview.areas[index]
  return area ? { code: area.code, name: area.name } : null
}

const exists = (ref: Ref, overview: Overview): boolean => {
  switch (ref.type) {
    case 'area':
      return overview.areas.some((area) => area.code === ref.id)
    case 'office':
      return overview.offices.some((office) => office.name === ref.id)
    case 'site':
      return overview.sites.id.includes(ref.id)
    case 'issue':
      return overview.issues.id.includes(ref.id)
    case 'water':
      return overview.waterShapes.features.some((f) => f.properties.id === ref.id)
  }
}

const Body = ({ of }: { of: Ref }) => {
  switch (of.type) {
    case 'area':
      return <Why of={{ type: 'area', id: of.id }} />
    case 'office':
      return <Why of={{ type: 'office', id: of.id }} />
    case 'site':
      return <SitePanel id={of.id} />
    case 'issue':
      return <IssuePanel id={of.id} />
    case 'water':
      return <WaterPanel id={of.id} />
  }
}

export const Detail = () => {
  const { overview, view, select, fly } = useSession()
  const { selection } = view
  if (overview === null) return null
  if (selection === null)
    return (
      <>
        <Ranking />
        <details className="district-why">
          <summary>{view.office ?? '全区'}：为什么是这个分</summary>
          <Why of={view.office === null ? null : { type: 'office', id: view.office }} />
        </details>
      </>
    )
  const parent = parentOf(selection, overview)
  return (
    <article className="detail" aria-label={titleOf(selection, overview)}>
      <header>
        <button
          type="button"
          className="tool"
          aria-label={parent ? `回到${parent.name}` : '回到排名'}
          onClick={() => (parent ? goTo({ type: 'area', id: parent.code }) : select(null))}
        >
          <Glyph name="back" />
        </button>
        <h2>{titleOf(selection, overview)}</h2>
        <button
          type="button"
          className="tool"
          aria-label="关闭，回到全区"
          onClick={() => {
            select(null)
            fly({ type: 'home' })
          }}
        >
          <Glyph name="close" />
        </button>
      </header>
      <div className="detail-scroll" key={`${selection.type} ${selection.id}`}>
        {exists(selection, overview) ? (
          <Body of={selection} />
        ) : (
          <p className="empty">当前数据里没有“{selection.id}”：链接可能来自另一份数据</p>
        )}
      </div>
    </article>
  )
}
