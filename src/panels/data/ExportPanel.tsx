/** 导出: everything that can be taken out, each in the forms it comes in. */
import type { ExportWhat } from '../../engine/contract/data.ts'
import { formatDay } from '../../model/day.ts'
import { officeScope } from '../../model/scope.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { useSaving } from '../kit/saving.ts'
import { ExportRow, TABLE_FORMS } from './ExportRow.tsx'
import { IssueExport } from './IssueExport.tsx'
import { LayerExport } from './LayerExport.tsx'
import { ScoreExport } from './ScoreExport.tsx'
import { TemplateExport } from './TemplateExport.tsx'
import './export.css'

/** Exports about which nothing is to be settled. */
const PLAIN = [
  ['report', '数据报告', '没有读入和请核对的每一行，及原因'],
  ['register', '整改登记', '手工改动的每一项；可在另一份数据里导入'],
] as const satisfies readonly (readonly [ExportWhat['type'], string, string])[]

/** Beside an office chosen, what is of the whole district all the same says so. */
const ofWhole = (note: string, office: string | null): string => (office === null ? note : `全区：${note}`)

export const ExportPanel = () => {
  const overview = useSession((s) => s.overview)
  const day = useSession(dayOf)
  const office = useSession((s) => s.view.office)
  const { busy, save } = useSaving()
  if (overview === null) return null
  const common = { busy, save }
  return (
    <div className="export-panel">
      <p className="export-day" role="status">
        {busy
          ? '正在导出…'
          : `${office === null ? '' : `只导出${office}的，注明“全区”的除外；`}数据截至 ${formatDay(day)}；导出的文件不含电话和身份证号`}
      </p>
      <IssueExport {...common} />
      <ExportRow
        title="排名"
        note="居委会、办事处的名次、得分和各分类"
        forms={TABLE_FORMS}
        disabled={busy}
        onSave={(form) => save({ type: 'ranking', asOf: day, of: officeScope(office) }, form)}
      />
      <ScoreExport overview={overview} {...common} />
      <LayerExport overview={overview} {...common} />
      {PLAIN.map(([type, title, note]) => (
        <ExportRow
          key={type}
          title={title}
          note={ofWhole(note, office)}
          forms={TABLE_FORMS}
          disabled={busy}
          onSave={(form) => save({ type }, form)}
        />
      ))}
      <ExportRow
        title="整个数据包"
        note={ofWhole('全部数据和照片，可在另一台电脑上打开', office)}
        forms={[['zip', '压缩包']]}
        disabled={busy}
        onSave={(form) => save({ type: 'package' }, form)}
      />
      <TemplateExport {...common} />
    </div>
  )
}
