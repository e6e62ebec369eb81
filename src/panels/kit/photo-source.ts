/** Where the picture of a photo is: among the files of the user's own package, else beside the page. */
import { useEffect, useState } from 'react'
import { photoUrl } from '../../view/photo-url.ts'
import { useSession } from '../../view/store.ts'
import { tellTrouble, useEngine } from './engine.tsx'

/** An address to show it from; null while it is not known, or where there is none. */
export const usePhotoSource = (path: string | null): string | null => {
  const engine = useEngine()
  const base = useSession((s) => s.overview?.base ?? '')
  const own = useSession((s) => s.overview?.own != null)
  const edition = useSession((s) => s.edition)
  const [source, setSource] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition may have another picture
  useEffect(() => {
    setSource(null)
    if (path === null) return
    if (!own) {
      setSource(photoUrl(path, base))
      return
    }
    let wanted = true
    let made: string | null = null
    engine.photo(path).then((photo) => {
      if (!wanted) return
      if (photo !== null)
        made = URL.createObjectURL(new Blob([photo.bytes as Uint8Array<ArrayBuffer>], { type: photo.mime }))
      setSource(made ?? photoUrl(path, base))
    }, tellTrouble)
    return () => {
      wanted = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [engine, path, own, base, edition])
  return source
}
