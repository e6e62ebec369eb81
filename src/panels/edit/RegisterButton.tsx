/** Opens the 整改登记. */
import { useSession } from '../../view/store.ts'
import { useEditable } from './editable.ts'

export const RegisterButton = () => {
  const editable = useEditable()
  if (!editable) return null
  return (
    <button
      type="button"
      className="text-button"
      title="整改登记：手工改过什么，可以撤销、导出"
      onClick={() => useSession.setState({ registerOpen: true })}
    >
      登记
    </button>
  )
}
