/** What a page draws: its frames with their draw calls, and when the marks of its timeline were on screen. */
import type { Page } from 'playwright-core'

interface Watched {
  frames: { at: number; draws: number }[]
  /** when what a mark stands for was on screen, in ms */
  shown: Record<string, number>
  /** ms each */
  tasks: number[]
  programs: number
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** Counts the draw calls of each frame and notes the long tasks of the main thread. */
const watch = (): void => {
  const watched: Watched = { frames: [], shown: {}, tasks: [], programs: 0 }
  window.watched = watched
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.tasks.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  // What was asked of the graphics processor may be on screen long after: a fence is passed when all of it is.
  const own = performance.mark.bind(performance)
  performance.mark = (name, options) => {
    const context = name === 'panels' ? null : document.querySelector('canvas')?.getContext('webgl2')
    const fence = context?.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0)
    context?.flush()
    const look = () => {
      const passed = !fence || context?.getSyncParameter(fence, context.SYNC_STATUS) === context?.SIGNALED
      if (passed) watched.shown[name] ??= performance.now()
      else setTimeout(look, 4)
    }
    look()
    return own(name, options)
  }
  type Methods = Record<string, (this: WebGL2RenderingContext, ...args: unknown[]) => unknown>
  const methods = WebGL2RenderingContext.prototype as unknown as Methods
  let last: Watched['frames'][number] | null = null
  const close = () => {
    last = null
  }
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const own = methods[name]
    if (own === undefined) continue
    methods[name] = function (...args) {
      if (last === null) {
        last = { at: performance.now(), draws: 0 }
        watched.frames.push(last)
        // What is drawn until the next task is one frame.
        setTimeout(close)
      }
      last.draws += 1
      return own.apply(this, args)
    }
  }
  const link = methods.linkProgram
  methods.linkProgram = function (...args) {
    watched.programs += 1
    return link?.apply(this, args)
  }
}

/** Watches every page that is opened from now on, in its `window.watched`. */
export const watchFrames = (page: Page): Promise<unknown> =>
  // tsx names each function through a helper that the page does not have.
  page.addInitScript({ content: `{ const __name = (it) => it; (${watch})() }` })
