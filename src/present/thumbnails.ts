/**
 * Small pictures of scenes: snapshots of the one map, taken whenever a scene stands on the screen. They live as long as
 * the page and are kept nowhere.
 */
import { useEffect } from 'react'
import { create } from 'zustand'
import { useSession } from '../view/store.ts'

/** ms until a scene stands still on the map, its picture to be taken */
const STILL = 1600
/** px of a picture */
const SIZE = { width: 480, height: 270 }
/** how many are remembered */
const MOST = 200

interface Thumbnails {
  /** link of the scene → picture as a data URL */
  of: ReadonlyMap<string, string>
}

export const useThumbnails = create<Thumbnails>()(() => ({ of: new Map() }))

/** The middle of the canvas, as large as the picture's shape allows. */
const cropOf = (width: number, height: number) => {
  const high = Math.min(height, (width * SIZE.height) / SIZE.width)
  const wide = (high * SIZE.width) / SIZE.height
  return { left: (width - wide) / 2, top: (height - high) / 2, wide, high }
}

/** Takes the picture of the map as it is now for the scene of a link. */
export const takeThumbnail = (link: string): void => {
  const drawn = useSession.getState().picture?.()
  if (!drawn) return
  const paper = document.createElement('canvas')
  Object.assign(paper, SIZE)
  const pen = paper.getContext('2d')
  if (pen === null) return
  const { left, top, wide, high } = cropOf(drawn.width, drawn.height)
  pen.drawImage(drawn, left, top, wide, high, 0, 0, SIZE.width, SIZE.height)
  const of = new Map(useThumbnails.getState().of)
  of.delete(link)
  of.set(link, paper.toDataURL('image/jpeg', 0.72))
  for (const first of of.keys()) {
    if (of.size <= MOST) break
    of.delete(first)
  }
  useThumbnails.setState({ of })
}

/** Takes the picture of a scene whenever it stands still on the screen. @param link null = no scene is shown as it is */
export const useThumbnail = (link: string | null): void => {
  const view = useSession((s) => s.view)
  const board = useSession((s) => s.board)
  const overlay = useSession((s) => s.overlay)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn has changed with any of these
  useEffect(() => {
    if (link === null) return
    const timer = setTimeout(() => takeThumbnail(link), STILL)
    return () => clearTimeout(timer)
  }, [link, view, board, overlay])
}
