/** The scrolling region of the 台账, for rows of whatever form. */
import type { CSSProperties, ReactNode } from 'react'
import { useSession } from '../../view/store.ts'
import { Pager } from '../kit/Pager.tsx'
import type { useRowsInSight } from './ledger-rows.ts'

type InSight = ReturnType<typeof useRowsInSight>

/** Why there are no rows, or that not all of them are printed. */
const NoRows = ({ count, printing, positions }: InSight) => {
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
  if (!printing || positions.length >= count) return null
  return (
    <p className="empty">
      共 {count} 行，打印了前 {positions.length} 行：全部请用“导出”
    </p>
  )
}

interface LedgerScrollProps {
  className: string
  label: string
  inSight: InSight
  children: ReactNode
}

export const LedgerScroll = ({ className, label, inSight, children }: LedgerScrollProps) => {
  const { scroller, row, turned } = inSight
  return (
    <>
      <section
        className={`${className} ledger-scroll`}
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        style={{ '--row': `${row}rem` } as CSSProperties}
      >
        {children}
        <NoRows {...inSight} />
      </section>
      <Pager {...turned} />
    </>
  )
}
