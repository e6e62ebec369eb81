/** Score sheets: of everything, of an 办事处 or of one 居委会. */

import { useState } from 'react'
import type { ExportForm, ExportWhat } from '../../engine/contract/data.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { firstScope, scopeKey, scopeOf, scoreScopes } from '../../view/export-choices.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { Toggle } from '../kit/Toggle.tsx'
import { ExportRow, TABLE_FORMS } from './ExportRow.tsx'

interface ScoreExportProps {
  overview: Overview
  busy: boolean
  save: (what: ExportWhat, form: ExportForm) => void
}

export const ScoreExport = ({ overview, busy, save }: ScoreExportProps) => {
  const [scope, setScope] = useState(() => {
    const { selection, office } = useSession.getState().view
    return scopeKey(firstScope(selection, office))
  })
  const [split, setSplit] = useState(false)
  const { offices, others } = scoreScopes(overview)
  const of = scopeOf(scope)
  return (
    <ExportRow
      title="得分与失分"
      note="各分类得分，及每一分失在哪条记录上"
      forms={TABLE_FORMS}
      disabled={busy}
      onSave={(form) =>
        save(
          { type: 'scores', asOf: dayOf(useSession.getState()), of, splitByOffice: split && of === null },
          form,
        )
      }
    >
      <select aria-label="得分范围" value={scope} onChange={(event) => setScope(event.target.value)}>
        <option value="">全部居委会</option>
        {offices.map((office) => (
          <optgroup key={office.name} label={office.name}>
            <option value={scopeKey(office.scope)}>{office.name}（全部）</option>
            {office.areas.map((area) => (
              <option key={area.scope.id} value={scopeKey(area.scope)}>
                {area.name}
              </option>
            ))}
          </optgroup>
        ))}
        {others.map((area) => (
          <option key={area.scope.id} value={scopeKey(area.scope)}>
            {area.name}
          </option>
        ))}
      </select>
      {of === null && (
        <Toggle on={split} onChange={setSplit}>
          每个办事处一张表
        </Toggle>
      )}
    </ExportRow>
  )
}
