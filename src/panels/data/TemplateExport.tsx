/** Empty tables to fill in and bring back. */
import { useState } from 'react'
import type { ExportForm, ExportWhat } from '../../engine/contract/data.ts'
import type { PackageFile } from '../../intake/contract.ts'
import { tableWord } from '../../view/table-words.ts'
import { ExportRow } from './ExportRow.tsx'

/** What is filled in most comes first. */
const TABLES = [
  'issues.csv',
  'sites.csv',
  'inspections.csv',
  'site-status.csv',
  'water-samples.csv',
  'surveys.csv',
  'honours.csv',
  'responsibility.csv',
  'activities.csv',
] as const satisfies readonly PackageFile[]

interface TemplateExportProps {
  busy: boolean
  save: (what: ExportWhat, form: ExportForm) => void
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
        {TABLES.map((file) => (
          <option key={file} value={file}>
            {tableWord(file)}
          </option>
        ))}
      </select>
    </ExportRow>
  )
}
