/** Saves a chart as a PNG. */
import { type RefObject, useState } from 'react'
import { tellTrouble } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { type ChartWords, saveChart } from './chart-png.ts'

interface ChartSaveProps {
  chart: RefObject<SVGSVGElement | null>
  words: ChartWords
}

export const ChartSave = ({ chart, words }: ChartSaveProps) => {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (chart.current === null) return
    setBusy(true)
    await saveChart(chart.current, words).catch(tellTrouble)
    setBusy(false)
  }
  return (
    <button
      type="button"
      className="tool"
      aria-label={`${words.title}存为图片`}
      title="存为图片（PNG）"
      disabled={busy}
      onClick={() => void save()}
    >
      <Glyph name="download" />
    </button>
  )
}
