/** Empty tables to fill in. */
import type { PackageFile } from '../../intake/contract.ts'
import { saveFile } from '../../view/save-file.ts'
import { tableWord } from '../../view/table-words.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'
import './template-links.css'

const TABLES = [
  'issues.csv',
  'inspections.csv',
  'sites.csv',
  'water-samples.csv',
  'surveys.csv',
  'honours.csv',
  'responsibility.csv',
  'activities.csv',
] as const satisfies readonly PackageFile[]

export const TemplateLinks = () => {
  const engine = useEngine()
  const download = (table: PackageFile | null) => {
    engine.exportFile({ type: 'template', table }, 'xlsx').then(saveFile, tellTrouble)
  }
  return (
    <div className="templates">
      <h4>空白模板（Excel，表头、可选值和示例行都在里面）</h4>
      <div>
        {TABLES.map((table) => (
          <button key={table} type="button" className="link-button" onClick={() => download(table)}>
            {tableWord(table)}
          </button>
        ))}
        <button type="button" className="link-button" onClick={() => download(null)}>
          全部（一个工作簿）
        </button>
      </div>
    </div>
  )
}
