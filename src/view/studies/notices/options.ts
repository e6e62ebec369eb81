/** How 通报与通知单 is set. */
import { choice, day } from '../../link/codec.ts'
import { field, maybe, table } from '../../link/field.ts'

export const NOTICES = table({
  paper: field('way', 'bulletin', choice(['bulletin', 'slips'])),
  /** days that the 通报 speaks of; null = the week up to `to`, the day of the screen */
  from: maybe('from', day),
  to: maybe('to', day),
})
