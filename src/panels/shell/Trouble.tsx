/** What went wrong while the screen was in use, until it is put aside. */
import { useSession } from '../../view/store.ts'
import { Toast } from '../kit/Toast.tsx'

export const Trouble = () => {
  const trouble = useSession((s) => s.trouble)
  if (trouble === null) return null
  return <Toast role="alert" text={trouble} onClose={() => useSession.setState({ trouble: null })} />
}
