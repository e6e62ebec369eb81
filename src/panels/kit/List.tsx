/** A list that shows its first lines, and more of them at a press. */
import { type ReactNode, useState } from 'react'

interface ListProps<T> {
  of: readonly T[]
  /** lines shown at first */
  first: number
  /** lines more at a press; where it is absent, all there are */
  step?: number
  /** what the button says, by how many lines it brings and which are not shown yet */
  more: (next: number, rest: readonly T[]) => string
  ordered?: boolean
  className?: string
  label?: string
  children: (each: T, at: number) => ReactNode
}

export const List = <T,>({
  of,
  first,
  step = Number.POSITIVE_INFINITY,
  more,
  ordered = false,
  className,
  label,
  children,
}: ListProps<T>) => {
  const [most, setMost] = useState(first)
  const Tag = ordered ? 'ol' : 'ul'
  const rest = of.slice(most)
  return (
    <>
      <Tag className={className} aria-label={label}>
        {of.slice(0, most).map(children)}
      </Tag>
      {rest.length > 0 && (
        <button type="button" className="text-button wide-button" onClick={() => setMost(most + step)}>
          {more(Math.min(step, rest.length), rest)}
        </button>
      )}
    </>
  )
}
