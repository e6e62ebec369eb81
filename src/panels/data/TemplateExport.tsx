/** Empty tables to fill in and bring back. */
import { useState } from 'react'
import type { ExportWhat } from '../../engine/data-api.ts'
import type { PackageFile } from '../../intake/contract.ts'
import type { Form } from '../saving.ts'
import { ExportRow } from './ExportRow.tsx'

const TABLES = [
  ['issues.csv', '问题台账'],
  ['sites.csv', '点位'],
  ['inspections.csv', '检查记录'],
  ['site-status.csv', '点位状态变化'],
  ['water-samples.csv', '水质监测'],
  ['surveys.csv', '满意度调查'],
  ['honours.csv', '荣誉'],
  ['responsibility.csv', '责任链条'],
  ['activities.csv', '宣传活动'],
] as const satisfies readonly (readonly [PackageFile, string])[]

interface TemplateExportProps {
  busy: boolean
  save: (what: ExportWhat, form: Form) => void
}

export const TemplateExport = ({ busy, save }: TemplateExportProps) => {
  const [table, setTable] = useState<PackageFile | ''>('')
  return (
    <ExportRow
      title="空白模板"
      note="表头、下拉选项、示例行和填写说明；填好后在“导入”里拖进来"
      forms={[
        ['xlsx', 'Excel'],
        ['csv', 'CSV'],
      ]}
      disabled={busy}
      onSave={(form) => save({ type: 'template', table: table || null }, form)}
    >
      <select
        aria-label="模板"
        value={table}
        onChange={(event) => setTable(event.target.value as PackageFile | '')}
      >
        <option value="">全部表</option>
        {TABLES.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </ExportRow>
  )
}
