/** No frame before the first whole one: where a frame takes its time, those in between are most of the wait. */
import type { Map as MapLibreMap } from 'maplibre-gl'

/** ms after which what is there is drawn, whatever is still to come */
const LONGEST = 4000

/**
 * Keeps a new map from drawing; all else of a frame (tiles, places of names) goes on.
 * @returns to be called when its data is given: it draws as soon as that is all there
 */
export const holdFrames = (map: MapLibreMap): (() => void) => {
  const { painter, style } = map
  const render = painter.render.bind(painter)
  let given = false
  let over = false
  painter.render = (...all) => {
    if (!over && !(given && style.loaded())) return
    stop()
    render(...all)
  }
  // Where something never comes nobody asks for a frame either.
  const waiting = setTimeout(() => {
    over = true
    map.triggerRepaint()
  }, LONGEST)
  const stop = () => {
    clearTimeout(waiting)
    // The method of its class again.
    delete (painter as Partial<typeof painter>).render
  }
  map.once('remove', stop)
  return () => {
    given = true
  }
}
