/** What stands where a part of the screen failed: what it was, what to do, and the technical detail folded away. */
import { createPortal } from 'react-dom'
import { isPartMissing } from '../../model/part.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from './Glyph.tsx'

/** Where it stands: in a panel, on the map, over the page for a window that did not open, or instead of the page. */
export type BrokenForm = 'panel' | 'map' | 'window' | 'page'

interface BrokenProps {
  what: string
  form: BrokenForm
  error: unknown
  /** the components it happened in, as React names them */
  where: string
  /** how many times it was tried again */
  tries: number
  onRetry: () => void
  onClose: (() => void) | undefined
}

const SAFE = '保存在本机浏览器里的数据不受影响。'

const wordsOf = (
  { what, form, error, tries }: BrokenProps,
  newer: boolean,
): [title: string, words: string] => {
  if (newer)
    return [`“${what}”要用新版本打开`, `网站已经更新，请刷新页面。当前画面记在网址里，刷新后还在；${SAFE}`]
  if (isPartMissing(error))
    return tries === 0
      ? [`“${what}”没有读到`, '网络中断，或网站上的文件不全。恢复后点“重试”；其余部分可照常使用。']
      : // Older browsers remember for the life of a page that a file could not be had.
        [`“${what}”还是没有读到`, `网络恢复后请刷新页面。当前画面记在网址里，刷新后还在；${SAFE}`]
  if (form === 'page') return ['页面出错了', `请刷新页面；仍出错就回到初始画面，从头选起。${SAFE}`]
  return [`“${what}”显示出错`, `请点“重试”，仍出错就刷新页面。其余部分可照常使用，${SAFE}`]
}

/** The page as it first opens, in case what the address asks for is the fault. */
const startAnew = (): void => {
  history.replaceState(null, '', location.pathname + location.search)
  location.reload()
}

export const Broken = (props: BrokenProps) => {
  const { form, error, where, tries, onRetry, onClose } = props
  const newer = useSession((s) => s.newer)
  const [title, words] = wordsOf(props, newer)
  const missing = isPartMissing(error)
  const reload = newer || form === 'page' || tries > 0
  const detail = error instanceof Error && error.cause !== undefined ? error.cause : error
  const said = (
    <div className="broken" data-form={form} role="alert">
      <h2>{title}</h2>
      <p>{words}</p>
      <p className="broken-buttons">
        {reload && (
          <button type="button" className="main-button" onClick={() => location.reload()}>
            刷新
          </button>
        )}
        {!newer && form !== 'page' && (
          <button type="button" className={reload ? 'text-button' : 'main-button'} onClick={onRetry}>
            重试
          </button>
        )}
        {form === 'page' && !missing && (
          <button type="button" className="text-button" onClick={startAnew}>
            回到初始画面
          </button>
        )}
      </p>
      <details>
        <summary>技术细节</summary>
        <pre>
          {String(detail)}
          {where}
        </pre>
      </details>
      {onClose && (
        <button type="button" className="tool" aria-label="关闭" onClick={onClose}>
          <Glyph name="close" />
        </button>
      )}
    </div>
  )
  // Whatever it was opened from may be too small for it.
  return form === 'window' ? createPortal(said, document.body) : said
}
