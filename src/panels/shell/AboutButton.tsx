/** 关于: the last line of the layers; its dialog is loaded when it is opened. */
import { useState } from 'react'
import { later } from '../kit/later.tsx'
import './about-button.css'

const AboutDialog = later('关于', async () => (await import('./AboutDialog.tsx')).AboutDialog, {
  form: 'window',
  onClose: ({ onClose }) => onClose(),
})

export const AboutButton = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="about-button" onClick={() => setOpen(true)}>
        关于创卫一张图
      </button>
      {open && <AboutDialog onClose={() => setOpen(false)} />}
    </>
  )
}
