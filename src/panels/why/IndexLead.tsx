/** Over the figure of the 整改指数: pressed, it shows what the figure is made of. */
import type { Scope } from '../../model/scope.ts'
import { usePopup } from '../kit/popup.ts'
import { IndexFormula } from './IndexFormula.tsx'

interface IndexLeadProps {
  label: string
  title: string
  within: Scope
}

export const IndexLead = ({ label, title, within }: IndexLeadProps) => {
  const { open, setOpen, box, button } = usePopup()
  return (
    <div ref={box}>
      <button
        ref={button}
        type="button"
        className="lead"
        aria-expanded={open}
        aria-label={label}
        title={title}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className="formula">
          <IndexFormula within={within} onGone={() => setOpen(false)} />
        </div>
      )}
    </div>
  )
}
