/** Puts the house together: engine, session, screen. */
import { createRoot } from 'react-dom/client'
import { connectEngine } from './engine/client.ts'
import { App } from './panels/App.tsx'
import { EngineProvider } from './panels/engine.tsx'
import './panels/theme.css'
import './panels/controls.css'
import { counted } from './view/counted.ts'
import { packageBase } from './view/package-base.ts'
import { startSession } from './view/session.ts'
import { useSession } from './view/store.ts'

const engine = counted(connectEngine(), (pending) => useSession.setState({ pending }))
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
createRoot(root).render(
  <EngineProvider value={engine}>
    <App />
  </EngineProvider>,
)
void startSession(engine, packageBase(location.href, document.baseURI))
