/** The holiday calendar, fetched when a panel first asks for it. */
import { useEffect, useState } from 'react'
import { type Calendar, WEEKDAYS } from '../../model/working-days.ts'
import { chineseCalendar } from '../../scoring/closure/chinese-calendar.ts'

let known: Calendar | null = null

/** Null until it is there; Monday to Friday when it cannot be had. */
export const useCalendar = (): Calendar | null => {
  const [calendar, setCalendar] = useState(known)
  useEffect(() => {
    if (known !== null) return
    let wanted = true
    const tell = (found: Calendar) => {
      if (wanted) setCalendar(found)
    }
    chineseCalendar().then(
      (found) => {
        known = found
        tell(found)
      },
      () => tell(WEEKDAYS),
    )
    return () => {
      wanted = false
    }
  }, [])
  return calendar
}
