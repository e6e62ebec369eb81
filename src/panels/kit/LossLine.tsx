/** A record and the points it cost or brought, with small print under what it was; pressed, it leads to the record. */
import type { ReactNode } from 'react'
import type { LedgerLine } from '../../engine/contract/ledger.ts'
import { checkOf } from '../../view/ledger.ts'
import { goTo } from './goto.ts'
import { Row } from './Row.tsx'

interface LossLineProps {
  figure: ReactNode
  /** in place of the record's own words */
  what?: ReactNode
  line: LedgerLine
  children: ReactNode
}

export const LossLine = ({ figure, line, what = line.what, children }: LossLineProps) => {
  const { ref } = line
  return (
    <Row className="ledger-line" onGo={ref === null ? null : () => goTo(ref, checkOf(line))}>
      {figure}
      <span className="loss-body">
        <span>{what}</span>
        {children}
      </span>
    </Row>
  )
}
