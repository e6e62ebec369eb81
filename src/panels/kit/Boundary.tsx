/** Error boundary: a fault in one part of the screen is replaced by a sentence and a retry, and the rest works on. */
import { Component, type ReactNode } from 'react'
import { Broken, type BrokenForm } from './Broken.tsx'

export interface BoundaryProps {
  /** what the user knows the part by */
  what: string
  form?: BrokenForm
  /** when it changes, the part is shown anew: what was shown then may have been the fault */
  resetOn?: unknown
  /** called before another try */
  onRetry?: () => void
  /** closes the part; where it is absent, the fault stays */
  onClose?: (() => void) | undefined
  onFault?: (() => void) | undefined
  children: ReactNode
}

interface BoundaryState {
  fault: { error: unknown; where: string } | null
  /** how many times it was tried again */
  tries: number
}

// React has boundaries as classes only.
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { fault: null, tries: 0 }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { fault: { error, where: '' } }
  }

  override componentDidCatch(error: unknown, { componentStack }: { componentStack?: string | null }): void {
    this.setState({ fault: { error, where: componentStack ?? '' } })
    this.props.onFault?.()
  }

  override componentDidUpdate({ resetOn }: BoundaryProps): void {
    if (this.state.fault !== null && resetOn !== this.props.resetOn) this.setState({ fault: null, tries: 0 })
  }

  override render(): ReactNode {
    const { what, form = 'panel', onRetry, onClose, children } = this.props
    const { fault, tries } = this.state
    if (fault === null) return children
    const retry = () => {
      onRetry?.()
      this.setState({ fault: null, tries: tries + 1 })
    }
    return <Broken what={what} form={form} {...fault} tries={tries} onRetry={retry} onClose={onClose} />
  }
}
