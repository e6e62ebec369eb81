/** Counts what a page makes in WebGL and does not delete again. */
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    glObjects: () => Record<string, number>
  }
}

const count = (): void => {
  const kinds = ['Buffer', 'Texture', 'Framebuffer', 'Renderbuffer', 'Program', 'Shader', 'VertexArray']
  kinds.push('Sampler', 'Query', 'TransformFeedback')
  type Counts = Record<string, number>
  const counts = new WeakMap<WebGL2RenderingContext, Counts>()
  const all = new Set<Counts>()
  const of = (context: WebGL2RenderingContext): Counts => {
    const known = counts.get(context)
    if (known !== undefined) return known
    const made: Counts = {}
    counts.set(context, made)
    all.add(made)
    // With its context an object is gone.
    context.canvas.addEventListener('webglcontextlost', () => {
      for (const kind of kinds) made[kind] = 0
    })
    return made
  }
  const alive = new WeakSet<object>()
  const methods = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (this: WebGL2RenderingContext, ...args: unknown[]) => object | null
  >
  for (const kind of kinds) {
    const [create, remove] = [methods[`create${kind}`], methods[`delete${kind}`]]
    if (create === undefined || remove === undefined) continue
    methods[`create${kind}`] = function (...args) {
      const made = create.apply(this, args)
      if (made !== null) {
        alive.add(made)
        const counted = of(this)
        counted[kind] = (counted[kind] ?? 0) + 1
      }
      return made
    }
    methods[`delete${kind}`] = function (...args) {
      const [gone] = args
      if (typeof gone === 'object' && gone !== null && alive.delete(gone)) {
        const counted = of(this)
        counted[kind] = (counted[kind] ?? 0) - 1
      }
      return remove.apply(this, args)
    }
  }
  window.glObjects = () => {
    const sum: Counts = {}
    for (const one of all)
      for (const [kind, count] of Object.entries(one)) sum[kind] = (sum[kind] ?? 0) + count
    return sum
  }
}

/** Counts in every page that is opened from now on. */
export const watchGlObjects = (page: Page): Promise<unknown> =>
  // tsx names each function through a helper that the page does not have.
  page.addInitScript({ content: `{ const __name = (it) => it; (${count})() }` })

/** How many of each kind are there now, in all contexts of the page together. */
export const glObjects = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => window.glObjects())
