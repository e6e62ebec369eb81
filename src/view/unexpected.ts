/** What nobody caught is said on the screen as well: an act that failed must not look as if it had been done. */
import { isPartMissing } from '../model/part.ts'
import { useSession } from './store.ts'

const tell = (error: unknown): void =>
  useSession.setState({
    trouble: isPartMissing(error)
      ? error.message
      : '发生了意外错误，刚才的操作可能没有完成：请再试一次，仍不行就刷新页面。',
  })

/** Tells of every error and rejection that reaches the window; the browser's console still has them. */
export const tellUnexpected = (): void => {
  addEventListener('unhandledrejection', ({ reason }) => tell(reason))
  // Without an error object it is the browser's own remark, such as the loop notice of ResizeObserver.
  addEventListener('error', ({ error }) => {
    if (error) tell(error)
  })
}
