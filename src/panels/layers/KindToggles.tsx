/** The kinds of place, under their headings, each with its icon, count and switch. */
import { useMemo } from 'react'
import { hideKinds, type KindGroup, kindCounts, kindGroups, shownOfGroup } from '../../view/kinds.ts'
import { useSession } from '../../view/store.ts'
import { Glyph, KindGlyph } from '../kit/Glyph.tsx'
import { openKind } from '../kit/open-kind.ts'
import { Toggle } from '../kit/Toggle.tsx'

export const KindToggles = () => {
  const { overview, view, change } = useSession()
  const all = useMemo(() => (overview === null ? {} : kindCounts(overview, null)), [overview])
  const counts = useMemo(
    () => (overview === null ? {} : kindCounts(overview, view.office)),
    [overview, view.office],
  )
  if (overview === null) return null
  const { standard } = overview
  const show = (ids: readonly string[], on: boolean) =>
    change({ hiddenKinds: hideKinds(standard.kinds, view.hiddenKinds, ids, !on), sitesShown: true })
  // A kind that has no place anywhere in the package is nothing to switch.
  const groups = kindGroups(
    standard.kinds.filter(({ id }) => (all[id] ?? 0) > 0),
    counts,
  )
  const idsOf = (group: KindGroup) => group.kinds.map((kind) => kind.id)
  const ids = groups.flatMap(idsOf)
  if (ids.length === 0) return null
  return (
    <fieldset>
      <legend>
        点位
        <span className="both">
          <button type="button" onClick={() => show(ids, true)} aria-label="显示全部点位">
            全部
          </button>
          <button type="button" onClick={() => show(ids, false)} aria-label="不显示点位">
            无
          </button>
        </span>
      </legend>
      {groups.map((group) => {
        const shown = shownOfGroup(group, view.hiddenKinds)
        return (
          <div key={group.name} className="kind-group">
            <Toggle
              on={shown === 'some' ? 'some' : shown === 'all'}
              onChange={(on) => show(idsOf(group), on)}
            >
              <em>{group.name}</em>
              <b className="num">{group.count}</b>
            </Toggle>
            {group.kinds.map((kind) => (
              <div key={kind.id} className="kind-line">
                <Toggle on={!view.hiddenKinds.includes(kind.id)} onChange={(on) => show([kind.id], on)}>
                  <KindGlyph kind={kind} />
                  <span>{kind.label}</span>
                  <b className="num">{counts[kind.id] ?? 0}</b>
                </Toggle>
                <button
                  type="button"
                  aria-label={`${kind.label}查得怎样`}
                  title={`${kind.label}查得怎样`}
                  onClick={() => openKind(kind.id)}
                >
                  <Glyph name="next" />
                </button>
              </div>
            ))}
          </div>
        )
      })}
    </fieldset>
  )
}
