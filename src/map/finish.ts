/** Whether drawing takes its time here, as measured: by filling a small canvas at the start, by the frames of moves later. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Finish } from '../view/finish.ts'

/** Edge of the canvas that is filled, in px, and how often it is filled over. */
const [EDGE, TIMES] = [512, 24]
/** ms from which filling is slow: a graphics processor takes some few with the looks at it, a processor fifty and more */
const SLOW_FILL = 16

const VERTEX = `#version 300 es
void main() { gl_Position = vec4(vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0), 0.0, 1.0); }`
const FRAGMENT = `#version 300 es
precision mediump float;
out vec4 colour;
void main() { colour = vec4(0.2, 0.4, 0.6, 0.1); }`

const programOf = (gl: WebGL2RenderingContext): WebGLProgram => {
  const program = gl.createProgram()
  for (const [type, text] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type)
    if (shader === null) continue
    gl.shaderSource(shader, text)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    gl.deleteShader(shader)
  }
  gl.linkProgram(program)
  return program
}

/** ms between two looks whether it is done */
const LOOK = 1

/** Waits, without holding up the page, until all that was asked for is drawn. @returns when it was, in ms */
const drawnAt = (gl: WebGL2RenderingContext): Promise<number> =>
  new Promise((done) => {
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    const look = () => {
      if (fence === null || gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED)
        done(performance.now())
      else setTimeout(look, LOOK)
    }
    look()
  })

/** How finely this machine can draw. Where it has no WebGL 2 there is nothing to draw finely. */
export const measuredFinish = async (): Promise<Finish> => {
  const canvas = document.createElement('canvas')
  canvas.width = EDGE
  canvas.height = EDGE
  const gl = canvas.getContext('webgl2', { antialias: true })
  if (gl === null) return 'plain'
  // biome-ignore lint/correctness/useHookAtTopLevel: no hook, WebGL's own name
  gl.useProgram(programOf(gl))
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  // The first time the program is made ready.
  gl.drawArrays(gl.TRIANGLES, 0, 3)
  const began = await drawnAt(gl)
  for (let i = 0; i < TIMES; i++) gl.drawArrays(gl.TRIANGLES, 0, 3)
  const took = (await drawnAt(gl)) - began
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return took > SLOW_FILL ? 'plain' : 'fine'
}

/** Frames of a move in a row that are looked at. */
const ROW = 8
/** ms between them: from the first on drawing is slow, up to the second it is swift */
const [SLOW_FRAME, SWIFT_FRAME] = [70, 20]
/** ms from which on it was a pause, not a frame */
const PAUSE = 2000

/** Looks at the frames while the map moves; tells what they say whenever they say something. @returns stops looking */
export const watchFrames = (map: MapLibreMap, tell: (finish: Finish) => void): (() => void) => {
  let last = 0
  let row: number[] = []
  const look = () => {
    const now = performance.now()
    const took = now - last
    last = now
    if (!map.isMoving() || took > PAUSE) {
      row = []
      return
    }
    row.push(took)
    if (row.length < ROW) return
    const median = row.sort((a, b) => a - b)[ROW / 2] as number
    row = []
    if (median > SLOW_FRAME) tell('plain')
    else if (median < SWIFT_FRAME) tell('fine')
  }
  map.on('render', look)
  return () => void map.off('render', look)
}
