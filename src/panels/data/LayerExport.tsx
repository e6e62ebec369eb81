/** Layers of the map for GIS programs, in the coordinate system they want. */

import { useState } from 'react'
import type { ExportForm, ExportWhat } from '../../engine/contract/data.ts'
import type { Overview } from '../../engine/contract/package.ts'
import type { Datum } from '../../model/datum.ts'
import { officeScope } from '../../model/scope.ts'
import { EXPORT_LAYERS, type ExportLayer, exportDatums } from '../../view/export-choices.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { Toggle } from '../kit/Toggle.tsx'
import { ExportRow } from './ExportRow.tsx'

interface LayerExportProps {
  overview: Overview
  busy: boolean
  save: (what: ExportWhat, form: ExportForm) => void
}

export const LayerExport = ({ overview, busy, save }: LayerExportProps) => {
  const [chosen, setChosen] = useState<readonly ExportLayer[]>(['areas', 'sites', 'issues'])
  const [datum, setDatum] = useState<Datum>('WGS84')
  const layers = EXPORT_LAYERS.map(([layer]) => layer).filter((layer) => chosen.includes(layer))
  return (
    <ExportRow
      title="图层"
      note="当日的图形和数据，供 GIS 软件使用；几个图层时为压缩包"
      forms={[['geojson', 'GeoJSON']]}
      disabled={busy || layers.length === 0}
      onSave={(form) => {
        const session = useSession.getState()
        save(
          { type: 'layers', asOf: dayOf(session), of: officeScope(session.view.office), layers, datum },
          form,
        )
      }}
    >
      {EXPORT_LAYERS.map(([layer, word]) => (
        <Toggle
          key={layer}
          on={chosen.includes(layer)}
          onChange={(on) => setChosen(on ? [...chosen, layer] : chosen.filter((other) => other !== layer))}
        >
          {word}
        </Toggle>
      ))}
      <select aria-label="坐标系" value={datum} onChange={(event) => setDatum(event.target.value as Datum)}>
        {exportDatums(overview).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </ExportRow>
  )
}
