/** Parts of the screen whose code comes when they are first shown, each with what stands in its place until then and when it fails. */
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { createPortal } from 'react-dom'
import { part } from '../../model/part.ts'
import { type Session, useSession } from '../../view/store.ts'
import { renewStyles } from '../../view/styles.ts'
import { Boundary } from './Boundary.tsx'
import type { BrokenForm } from './Broken.tsx'

const Coming = ({ what, form }: { what: string; form: BrokenForm }): ReactNode => {
  switch (form) {
    case 'panel':
      return (
        <p className="empty" role="status">
          正在读取…
        </p>
      )
    case 'map':
      return (
        <p className="coming" role="status">
          正在打开地图…
        </p>
      )
    case 'window':
      return createPortal(
        <p className="coming" role="status">
          正在打开“{what}”…
        </p>,
        document.body,
      )
    case 'page':
      return null
  }
}

interface Ways<P> {
  form?: BrokenForm
  /** see `Boundary`; chosen from the session */
  resetOn?: (session: Session) => unknown
  /** closes the part when it has failed; a window passes its own `onClose` */
  onClose?: (props: P) => void
  onFault?: (props: P) => void
}

/**
 * A component that is loaded when it is first shown.
 * @param what what the user knows it by
 * @param load imports it; asked again for each new try
 */
export const later = <P extends object>(
  what: string,
  load: () => Promise<ComponentType<P>>,
  { form = 'panel', resetOn = () => null, onClose, onFault }: Ways<P> = {},
): ComponentType<P> => {
  const fresh = (before = async () => {}) =>
    lazy(async () => ({ default: await part(what, () => before().then(load)) }))
  // React keeps what a lazy component failed with: another try, here or where it is opened anew, needs another one.
  let newest = fresh()
  return (props) => {
    const [Loaded, setLoaded] = useState(() => newest)
    const fault = () => {
      newest = fresh(renewStyles)
      onFault?.(props)
    }
    return (
      <Boundary
        what={what}
        form={form}
        resetOn={useSession(resetOn)}
        onRetry={() => setLoaded(() => newest)}
        onClose={onClose && (() => onClose(props))}
        onFault={fault}
      >
        <Suspense fallback={<Coming what={what} form={form} />}>
          <Loaded {...props} />
        </Suspense>
      </Boundary>
    )
  }
}
