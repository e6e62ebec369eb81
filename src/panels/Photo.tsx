/** A photo of the package, or a placeholder that names what is missing. */
import { useState } from 'react'
import { useSession } from '../view/store.ts'

export const Photo = ({ path, label }: { path: string | null; label: string }) => {
  const base = useSession((s) => s.overview?.base ?? '')
  const [missing, setMissing] = useState('')
  if (path === null) return null
  return (
    <figure className="photo">
      {missing === path ? (
        <div className="photo-missing">
          照片未提供
          <small>{path}</small>
        </div>
      ) : (
        <img src={new URL(path, base).href} alt={label} loading="lazy" onError={() => setMissing(path)} />
      )}
      <figcaption>{label}</figcaption>
    </figure>
  )
}

export const PhotoPair = ({ before, after }: { before: string | null; after: string | null }) =>
  before === null && after === null ? null : (
    <div className="photos">
      <Photo path={before} label="整改前" />
      <Photo path={after} label="整改后" />
    </div>
  )
