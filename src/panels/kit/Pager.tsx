/** The line that turns pages; a clicker's keys press its buttons (shell/keys.ts). */
import type { Turned } from './pages.ts'

export const Pager = ({ page, pages, turn }: Turned) =>
  pages === 1 ? null : (
    <div className="pager unprinted">
      <button type="button" className="text-button" data-turns="PageUp" onClick={() => turn(-1)}>
        上一页
      </button>
      <span className="num">
        第 {page + 1} / {pages} 页
      </span>
      <button type="button" className="text-button" data-turns="PageDown" onClick={() => turn(1)}>
        下一页
      </button>
    </div>
  )
