/** 保存 and 取消, and why it was not saved. */
import './form-buttons.css'

interface FormButtonsProps {
  busy: boolean
  fault: string
  /** it cannot be saved as it is */
  disabled?: boolean
  onCancel: () => void
}

export const FormButtons = ({ busy, fault, disabled = false, onCancel }: FormButtonsProps) => (
  <>
    {fault !== '' && (
      <p className="form-fault" role="alert">
        {fault}
      </p>
    )}
    <div className="form-buttons">
      <button type="submit" className="main-button" disabled={busy || disabled}>
        {busy ? '正在保存' : '保存'}
      </button>
      {/* Esc anywhere on the screen presses it: keys.ts */}
      <button type="button" className="text-button" data-escape onClick={onCancel}>
        取消
      </button>
    </div>
  </>
)
