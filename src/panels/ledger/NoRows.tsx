/** Under the rows of the 台账: why there are none, or that not all of them are printed. */
import { useSession } from '../../view/store.ts'

interface NoRowsProps {
  /** rows there are; null before they are known */
  count: number | null
  /** rows that are printed; null while the browser does not print */
  printed: number | null
}

export const NoRows = ({ count, printed }: NoRowsProps) => {
  const none = useSession((s) => s.overview?.issues.count === 0)
  if (count === null) return null
  if (count === 0)
    return (
      <p className="empty">
        {none
          ? '数据里没有问题台账：请在数据文件夹放入 issues.csv'
          : '没有符合条件的问题：放宽筛选，或打开更多状态和点位类别'}
      </p>
    )
  if (printed === null || printed >= count) return null
  return (
    <p className="empty">
      共 {count} 行，打印了前 {printed} 行：全部请用“导出”
    </p>
  )
}
