/** Hands a file to the browser's download. */
import type { SavedFile } from '../engine/contract/data.ts'

export const saveFile = ({ name, mime, bytes }: SavedFile): void => {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
