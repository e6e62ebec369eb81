/** Opens the stage as a window of its own, on the other screen where the browser can tell which that is. */
import { linkAt } from '../view/link/history.ts'
import { useSession } from '../view/store.ts'

interface ScreenPlace {
  left: number
  top: number
  width: number
  height: number
}

/** The part of the Window Management API that is used; there is none on plain http. */
interface Screens {
  getScreenDetails?: () => Promise<{
    currentScreen: object
    screens: readonly { availLeft: number; availTop: number; availWidth: number; availHeight: number }[]
  }>
}

const otherScreen = async (): Promise<ScreenPlace | null> => {
  try {
    const details = await (window as Screens).getScreenDetails?.()
    const other = details?.screens.find((screen) => screen !== details.currentScreen)
    return other === undefined
      ? null
      : { left: other.availLeft, top: other.availTop, width: other.availWidth, height: other.availHeight }
  } catch {
    // Not allowed: the window is dragged there.
    return null
  }
}

/**
 * The stage in a window of its own, and this one its console.
 * @param briefing its place, @param scene the one shown first
 */
export const openStageWindow = async (briefing: number, scene: number): Promise<void> => {
  const { view, change } = useSession.getState()
  // At once: a browser opens a window only in answer to a press, and may ask about screens for a while.
  const opened = window.open(
    linkAt({ ...view, presenting: { briefing, scene } }),
    'chuangwei-stage',
    'popup,left=80,top=80,width=1280,height=720',
  )
  if (opened === null) {
    useSession.setState({ trouble: '浏览器拦住了新窗口：请在地址栏允许本页打开窗口，再按一次。' })
    return
  }
  change({ atConsole: true })
  const place = await otherScreen()
  if (place === null || opened.closed) return
  opened.moveTo(place.left, place.top)
  opened.resizeTo(place.width, place.height)
}
