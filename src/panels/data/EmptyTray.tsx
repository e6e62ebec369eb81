/** Nothing waits to be used: what can be brought in, and how. */
import { useRef } from 'react'
import { bringIn } from '../../view/tray-store.ts'
import { useEngine } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { chosenFiles } from './dropped.ts'
import { useFocusWhenLost } from './focus.ts'
import { TemplateLinks } from './TemplateLinks.tsx'
import './empty-tray.css'

const KINDS = [
  ['表格', 'Excel（.xlsx、.xls）、WPS（.et）、CSV、TSV；从 WPS、Excel 另存的都可以，表头不必和模板一样'],
  ['图层', 'GeoJSON、压缩的 Shapefile（.zip）、KML、GPX'],
  ['整个数据包', '数据文件夹，或从这里导出的压缩包'],
] as const

/** Buttons that open the system's chooser, for files and for a whole folder. */
export const Choosers = ({ more = false }: { more?: boolean }) => {
  const engine = useEngine()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    const list = chosenFiles(input.files)
    // The same file may be chosen again once it is mended.
    input.value = ''
    void bringIn(engine, list)
  }
  const chooseFolder = () => {
    if (folder.current === null) return
    folder.current.webkitdirectory = true
    folder.current.click()
  }
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="选择文件"
        onChange={(event) => take(event.target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="选择文件夹"
        onChange={(event) => take(event.target)}
      />
      <button
        type="button"
        className={more ? 'text-button' : 'main-button'}
        onClick={() => files.current?.click()}
      >
        <Glyph name="upload" /> {more ? '再加文件' : '选择文件'}
      </button>
      {!more && (
        <button type="button" className="text-button" onClick={chooseFolder}>
          <Glyph name="folder" /> 选择文件夹
        </button>
      )}
    </>
  )
}

export const EmptyTray = () => {
  const box = useRef<HTMLElement>(null)
  useFocusWhenLost(box)
  return (
    <section className="empty-tray" aria-label="放入文件" tabIndex={-1} ref={box}>
      <div className="empty-drop">
        <Glyph name="upload" />
        <h3>把文件拖到这里，或拖到窗口任何地方</h3>
        <p>先读入预览；点“使用这些数据”之前，原数据不会改动</p>
        <div className="empty-buttons">
          <Choosers />
        </div>
      </div>
      <dl className="empty-kinds">
        {KINDS.map(([kind, what]) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <TemplateLinks />
      <p className="empty-local">数据只在本机浏览器里，不会上传</p>
    </section>
  )
}
