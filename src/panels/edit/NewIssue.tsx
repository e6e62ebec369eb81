/** The form of a problem added on the map. */

import { useState } from 'react'
import type { Overview } from '../../engine/contract/package.ts'
import { unseenYet } from '../../view/issue-actions.ts'
import {
  type Draft,
  draftFaults,
  freshId,
  hasOwnPlace,
  kindAt,
  newIssueEdit,
  siteNameAt,
} from '../../view/new-issue.ts'
import { useSession } from '../../view/store.ts'
import { NO_TOOL, type ToolPlace } from '../../view/tool.ts'
import { DateField } from '../kit/DateField.tsx'
import { Fault } from '../kit/engine.tsx'
import { joined } from '../kit/Facts.tsx'
import { Glyph, KindGlyph } from '../kit/Glyph.tsx'
import { useDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { FormButtons } from './FormButtons.tsx'
import { onEscape, useFaultFocus, useFirstField } from './form.ts'
import { ItemChoice } from './ItemChoice.tsx'
import { PlaceInput } from './PlaceInput.tsx'
import { useSavingEdit } from './saving.ts'
import { UnitInput } from './UnitInput.tsx'
import './new-issue.css'

/** 「某某农贸市场」, or the 居委会 the open ground lies in. */
const Where = ({
  spot,
  overview,
  area,
}: {
  spot: ToolPlace
  overview: Overview
  area: { name: string; code: string } | null | undefined
}) => {
  const name = siteNameAt(spot, overview)
  const kind = overview.standard.kinds.find(({ id }) => id === kindAt(spot, overview))
  const office = overview.areas.find(({ code }) => code === area?.code)?.office
  return (
    <div className="where">
      {name === null ? <Glyph name="pin" /> : <KindGlyph kind={kind} />}
      <div aria-live="polite">
        <b>{name ?? '不在点位上'}</b>
        {area !== undefined && (
          <small data-tone={area === null && name === null ? 'bad' : undefined}>
            {area === null ? '不在任何居委会内' : joined(area.name, office)}
          </small>
        )}
      </div>
    </div>
  )
}

export const NewIssue = ({ spot, overview }: { spot: ToolPlace; overview: Overview }) => {
  const take = useSession((s) => s.take)
  const { draft, groups, asOf, place, asked, hints, set } = useDraft(spot, overview)
  const { busy, fault, save } = useSavingEdit()
  const [tried, setTried] = useState(0)
  const form = useFirstField<HTMLFormElement>()
  const faults = draftFaults(draft, overview.district.asOf)
  const told: Partial<Record<keyof Draft, string>> = tried > 0 ? faults : {}
  useFaultFocus(form, Object.keys(told).length > 0)
  const outside = place !== null && place.area === null && hasOwnPlace(spot, overview)
  const cancel = () => take(NO_TOOL)
  const { severity, sources } = overview.standard
  const submit = async () => {
    setTried(tried + 1)
    if (Object.keys(faults).length > 0 || place === null || outside) return
    const idIn = ({ issues }: Overview) => freshId(overview.issues.id, issues.id) ?? ''
    const edit = newIssueEdit(draft, spot, place.area, overview)
    const after = await save(edit, (next) => `已登记：新增问题 ${idIn(next)}`)
    if (after !== null) useSession.getState().select({ type: 'issue', id: idIn(after) })
  }
  return (
    <form
      ref={form}
      className="new-issue"
      aria-label="新增问题"
      noValidate
      onKeyDown={onEscape(cancel)}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <header>
        <h2>新增问题</h2>
        <Fault of={asked} />
        <Where spot={spot} overview={overview} area={place === null ? undefined : place.area} />
        <div className="where-again">
          <span>再点地图可换位置</span>
          <PlaceInput
            key={`${spot.at}`}
            at={spot.site === null ? spot.at : null}
            onPlace={(at) => take({ type: 'add', spot: { at, site: null } })}
          />
        </div>
      </header>
      <div className="new-issue-fields scrolls">
        {outside && (
          <p className="notice" data-tone="bad" role="status">
            这里不在任何居委会内，登记不了：请在地图上另点位置
          </p>
        )}
        <Field label="问题描述" required fault={told.description}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              value={draft.description}
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
        <ItemChoice
          groups={groups}
          value={draft.item}
          hint={draft.item === '' ? '不选检查项，这个问题不计分' : ''}
          onChange={(item) => set({ item })}
        />
        <div className="field-pair">
          <Field label="严重程度">
            {(ids) => (
              <select
                {...ids}
                value={draft.severity}
                onChange={(event) => set({ severity: event.target.value })}
              >
                {severity.levels.map(({ id }) => (
                  <option key={id}>{id}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label="来源">
            {(ids) => (
              <select {...ids} value={draft.source} onChange={(event) => set({ source: event.target.value })}>
                {sources.map(({ id }) => (
                  <option key={id}>{id}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field label="责任单位" hint={hints.responsible}>
          {(ids) => (
            <UnitInput {...ids} value={draft.responsible} onChange={(responsible) => set({ responsible })} />
          )}
        </Field>
        <div className="field-pair">
          <Field label="发现日期" required hint={unseenYet(draft.foundOn, asOf) ?? ''} fault={told.foundOn}>
            {(ids) => (
              <DateField
                {...ids}
                value={draft.foundOn}
                start={asOf}
                onChange={(foundOn) => set({ foundOn })}
              />
            )}
          </Field>
          <Field label="整改期限" fault={told.dueOn}>
            {(ids) => (
              <DateField {...ids} value={draft.dueOn} start={asOf} onChange={(dueOn) => set({ dueOn })} />
            )}
          </Field>
        </div>
        {hints.dueOn !== '' && <p className="field-note">期限按{hints.dueOn}</p>}
      </div>
      <footer>
        <FormButtons busy={busy} fault={fault} disabled={outside} onCancel={cancel} />
      </footer>
    </form>
  )
}
