/** Puts the house together: engine, session, screen. */
import './panels/kit/kit.css'
import { createRoot } from 'react-dom/client'
import { connectEngine } from './engine/client.ts'
import { isPartMissing } from './model/part.ts'
import { Boundary } from './panels/kit/Boundary.tsx'
import { EngineProvider } from './panels/kit/engine.tsx'
import { App } from './panels/shell/App.tsx'
import { openEngineWorker, packageBase } from './platform.ts'
import { Console, Scenes, Stage } from './present/parts.ts'
import { counted } from './view/counted.ts'
import { lookForNewer, watchParts } from './view/newer.ts'
import { startSession } from './view/session.ts'
import { useSession } from './view/store.ts'
import { watchStyles } from './view/styles.ts'
import { tellUnexpected } from './view/unexpected.ts'

tellUnexpected()
watchParts()
watchStyles()
const engine = counted(
  connectEngine(openEngineWorker),
  (pending) => useSession.setState({ pending }),
  // The worker cannot ask which version the page is of.
  (error) => void (isPartMissing(error) && lookForNewer()),
)
const root = document.getElementById('root')
if (root === null) throw new Error('no #root')
createRoot(root).render(
  <EngineProvider value={engine}>
    <Boundary what="页面" form="page">
      <App Scenes={Scenes} Stage={Stage} Console={Console} />
    </Boundary>
  </EngineProvider>,
)
void startSession(engine, packageBase(location.href, document.baseURI))
