/** Photos of the package, each with its name; one that is missing leaves a placeholder that says which. */
import { useState } from 'react'
import { useSession } from '../../view/store.ts'
import { useAnswer } from './engine.tsx'
import { usePhotoSource } from './photo-source.ts'

const Photo = ({ path, label }: { path: string | null; label: string }) => {
  const source = usePhotoSource(path)
  const synthetic = useSession((s) => s.overview?.district.synthetic ?? false)
  const [missing, setMissing] = useState<string | null>(null)
  const url = missing === source ? null : source
  const asked = useAnswer(path !== null && source !== null && url === null ? ['photoFault', path] : null)
  const fault = asked.value ?? asked.fault
  const again = () => {
    asked.again()
    setMissing(null)
  }
  return (
    <figure className="photo">
      {url !== null ? (
        <img src={url} alt={label} loading="lazy" onError={() => setMissing(url)} />
      ) : (
        <div className="photo-missing">
          {path === null ? '没有照片' : fault === null ? '照片未提供' : `照片没有读到：${fault}`}
          {path !== null && <small>{path}</small>}
          {fault !== null && (
            <button type="button" className="text-button" onClick={again}>
              重试
            </button>
          )}
        </div>
      )}
      <figcaption>
        {label}
        {url !== null && synthetic && <span>示意</span>}
      </figcaption>
    </figure>
  )
}

/** Before and after, side by side; nothing where there is neither. */
export const PhotoPair = ({ before, after }: { before: string | null; after: string | null }) =>
  before === null && after === null ? null : (
    <div className="photos">
      <Photo path={before} label="整改前" />
      <Photo path={after} label="整改后" />
    </div>
  )
