/** A record and the points it cost or brought, with small print under what it was; pressed, it leads to the record. */
import type { ReactNode } from 'react'
import type { CheckRef, Ref } from '../../engine/contract/cards.ts'
import { goTo } from '../../view/goto.ts'
import { Row } from './Row.tsx'

interface LossLineProps {
  figure: ReactNode
  what: ReactNode
  /** null = no record to go to */
  of: Ref | null
  /** the row of its checks that is meant, where it is one */
  record?: CheckRef | null
  children: ReactNode
}

export const LossLine = ({ figure, what, of, record = null, children }: LossLineProps) => (
  <Row className="ledger-line" onGo={of === null ? null : () => goTo(of, record)}>
    {figure}
    <span className="loss-body">
      <span>{what}</span>
      {children}
    </span>
  </Row>
)
