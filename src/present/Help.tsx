/** The keys of a presentation, for whoever forgot one. */
import { HELP } from './keys.ts'

export const Help = ({ onClose }: { onClose: () => void }) => (
  <section className="stage-help panel" aria-label="按键">
    <h2>按键</h2>
    <dl>
      {HELP.map(([keys, does]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    {!isSecureContext && <p>这个页面不是 https 打开的：浏览器不能替您保持屏幕常亮，请在系统里关掉息屏。</p>}
    <button type="button" className="text-button" onClick={onClose}>
      知道了
    </button>
  </section>
)
