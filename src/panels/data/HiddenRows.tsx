/** Rows that are hidden or filtered away in the file: whether they are read like the others. */
import { countText } from '../../view/count-text.ts'
import { Segments } from '../kit/Segments.tsx'
import type { PartProps } from './part-props.ts'

const WAYS = [
  ['read', '照常读入'],
  ['leave', '不读'],
] as const

export const HiddenRows = ({ file: { hiddenRows }, settle }: PartProps) =>
  hiddenRows.count > 0 ? (
    <div className="notice year">
      <span>有 {countText(hiddenRows.count)} 行在原表里是隐藏或筛掉的，怎么办？</span>
      <Segments
        label="隐藏的行"
        options={WAYS}
        value={hiddenRows.chosen}
        onChange={(chosen) => settle({ hiddenRows: chosen })}
      />
    </div>
  ) : null
