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
  interface Held {
    counts: Counts
    alive: WeakSet<object>
  }
  const contexts = new WeakMap<WebGL2RenderingContext, Held>()
  const all = new Set<Held>()
  const of = (context: WebGL2RenderingContext): Held => {
    const known = contexts.get(context)
    if (known !== undefined) return known
    const held: Held = { counts: {}, alive: new WeakSet() }
    contexts.set(context, held)
    all.add(held)
    // With its context an object is gone, and deleting it later takes nothing away.
    context.canvas.addEventListener('webglcontextlost', () => {
      held.counts = {}
      held.alive = new WeakSet()
    })
    return held
  }
  const methods = WebGL2RenderingContext.prototype as unknown as Record<
    string,
    (this: WebGL2RenderingContext, ...args: unknown[]) => object | null
  >
  for (const kind of kinds) {
    const [create, remove] = [methods[`create${kind}`], methods[`delete${kind}`]]
    if (create === undefined || remove === undefined) continue
    methods[`create${kind}`] = function (...args) {
      const made = create.apply(this, args)
      // A lost context still gives objects, which stand for nothing.
      if (made !== null && !this.isContextLost()) {
        const { counts, alive } = of(this)
        alive.add(made)
        counts[kind] = (counts[kind] ?? 0) + 1
      }
      return made
    }
    methods[`delete${kind}`] = function (...args) {
      const [gone] = args
      const { counts, alive } = of(this)
      if (typeof gone === 'object' && gone !== null && alive.delete(gone))
        counts[kind] = (counts[kind] ?? 0) - 1
      return remove.apply(this, args)
    }
  }
  window.glObjects = () => {
    const sum: Counts = {}
    for (const { counts } of all)
      for (const [kind, count] of Object.entries(counts)) sum[kind] = (sum[kind] ?? 0) + count
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
