/** Puts the house together: engine, session, screen. */
import { createRoot } from 'react-dom/client'
import { connectEngine } from './engine/client.ts'
import { App } from './panels/App.tsx'
import { EngineProvider } from './panels/engine.tsx'
import './panels/theme.css'
import './panels/panels.css'
import { startSession } from './view/session.ts'

const engine = connectEngine()
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
createRoot(root).render(
  <EngineProvider value={engine}>
    <App />
  </EngineProvider>,
)
void startSession(engine, new URL('./data/', document.baseURI).href)
