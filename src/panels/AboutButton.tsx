/** 关于: the last and quietest line of the layers; what it opens comes when it is asked for. */
import { lazy, Suspense, useState } from 'react'

const AboutDialog = lazy(() =>
  import('./AboutDialog.tsx').then(({ AboutDialog }) => ({ default: AboutDialog })),
)

export const AboutButton = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="about-button" onClick={() => setOpen(true)}>
        关于创卫一张图
      </button>
      {open && (
        <Suspense>
          <AboutDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
