/** How the file joins the table there is, and what that does in numbers. */
import { countText } from '../../view/count-text.ts'
import { effectParts, MODE_TELLS, MODE_WORDS } from '../../view/incoming.ts'
import { tableWord } from '../../view/table-words.ts'
import { Segments } from '../kit/Segments.tsx'
import { Changes } from './Changes.tsx'
import './merge-choice.css'
import type { PartProps } from './part-props.ts'

const MODES = (['add', 'update', 'replace'] as const).map((mode) => [mode, MODE_WORDS[mode]] as const)

export const MergeChoice = ({ file, settle }: PartProps) => {
  if (file.table === null || file.missing.length > 0) return null
  const { effect, mode } = file
  if (file.fields.length === 0)
    return (
      <section className="part merge">
        <h4>{effect.unchanged > 0 ? '与现有的完全相同' : `整份换成新的${tableWord(file.table)}`}</h4>
      </section>
    )
  return (
    <section className="part merge">
      <h4>怎样并入现有的{tableWord(file.table)}</h4>
      <div className="merge-row">
        <Segments label="怎样并入" options={MODES} value={mode} onChange={(next) => settle({ mode: next })} />
        <dl className="effect">
          {effectParts(effect).map(({ key, word, count }) => (
            <div key={key} data-zero={count === 0} data-bad={key === 'removed' && count > 0}>
              <dt>{word}</dt>
              <dd className="num">{countText(count)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p>{MODE_TELLS[mode]}</p>
      <Changes file={file} />
      {mode === 'replace' && effect.removed > 0 && (
        <p className="notice" data-tone="bad" role="status">
          现有的 <b className="num">{countText(effect.removed)}</b> 条{tableWord(file.table)}
          不在这份文件里，使用后会从数据中删除（可以撤销）
        </p>
      )}
    </section>
  )
}
