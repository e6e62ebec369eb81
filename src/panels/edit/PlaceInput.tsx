/** A place by its coordinates, for those who know them or cannot press the map. */

import { useEffect, useState } from 'react'
import { parsePair } from '../../intake/coordinates/pair.ts'
import type { LonLat } from '../../model/position.ts'
import { degrees } from '../../view/new-issue.ts'
import './tool-bar.css'

const placeOf = (text: string): LonLat | null => {
  const pair = parsePair(text)
  if (pair === null) return null
  return Math.abs(pair.x) <= 180 && Math.abs(pair.y) <= 90 ? [pair.x, pair.y] : null
}

export const PlaceInput = ({ at, onPlace }: { at: LonLat | null; onPlace: (at: LonLat) => void }) => {
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const shown = typed ?? (at === null ? '' : at.map(degrees).join(', '))
  const where = String(at)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place pressed on the map overrules what is being typed
  useEffect(() => {
    setTyped(null)
    setWrong(false)
  }, [where])
  const use = () => {
    if (typed === null) return
    const place = placeOf(typed)
    setWrong(place === null)
    if (place === null) return
    setTyped(null)
    onPlace(place)
  }
  return (
    <input
      type="text"
      className="place-input num"
      aria-label="经度, 纬度（WGS84）"
      title="也可以直接填经度, 纬度（WGS84），回车"
      placeholder="或填 经度, 纬度"
      aria-invalid={wrong}
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setWrong(false)
        setTyped(event.target.value)
      }}
      onBlur={use}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        use()
      }}
    />
  )
}
