/** Files may be dropped anywhere on the window; while they hover over it, it says what will happen. */
import { useEffect, useState } from 'react'
import { Glyph } from '../kit/Glyph.tsx'
import { carriesFiles, droppedFiles, type LooseFile } from './dropped.ts'
import './drop.css'

/** @param onFiles null where there is nothing yet to bring them into */
export const DropAnywhere = ({ onFiles }: { onFiles: ((files: LooseFile[]) => void) | null }) => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (event.dataTransfer === null || !carriesFiles(event.dataTransfer)) return
      // Unprevented, the browser would open the file in the place of the page.
      event.preventDefault()
      event.dataTransfer.dropEffect = onFiles === null ? 'none' : 'copy'
      setOver(onFiles !== null)
    }
    const left = (event: DragEvent) => {
      // Between two elements of the page it is still over the window.
      if (event.relatedTarget === null) setOver(false)
    }
    const dropped = (event: DragEvent) => {
      if (event.dataTransfer === null || !carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(false)
      if (onFiles !== null) void droppedFiles(event.dataTransfer).then(onFiles)
    }
    addEventListener('dragenter', dragged)
    addEventListener('dragover', dragged)
    addEventListener('dragleave', left)
    addEventListener('drop', dropped)
    return () => {
      removeEventListener('dragenter', dragged)
      removeEventListener('dragover', dragged)
      removeEventListener('dragleave', left)
      removeEventListener('drop', dropped)
    }
  }, [onFiles])
  if (!over) return null
  return (
    <div className="drop-hint">
      <div>
        <Glyph name="upload" />
        <b>松开即可读入预览，原数据不会改动</b>
        <span>CSV、TSV、Excel、GeoJSON、压缩的 Shapefile、KML、整个数据文件夹或压缩包</span>
      </div>
    </div>
  )
}
