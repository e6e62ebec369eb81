/** A list of records: what each is, where, and its figure; each leads to its place on the map. */
import type { ReactNode } from 'react'
import { List } from '../kit/List.tsx'
import { Row } from '../kit/Row.tsx'
import './lines.css'

/** Lines drawn at first, and more at a time. */
const STEP = 60

interface LineProps {
  mark: ReactNode
  title: string
  note: string
  figure?: string
  onGo: (() => void) | null
}

export const Line = ({ mark, title, note, figure, onGo }: LineProps) => (
  <li>
    <Row className="record-line" onGo={onGo}>
      {mark}
      <span>
        {title}
        <small>{note}</small>
      </span>
      {figure && <b className="num">{figure}</b>}
    </Row>
  </li>
)

export const Lines = <T,>({
  of,
  children,
}: {
  of: readonly T[]
  children: (each: T, at: number) => ReactNode
}) => (
  <List
    of={of}
    first={STEP}
    step={STEP}
    more={(next, rest) => `再列 ${next} 条（余 ${rest.length} 条）`}
    className="record-lines"
  >
    {children}
  </List>
)
