import { Suspense, useMemo } from 'react';
import { Provider } from 'urql';
import { useLocation } from 'wouter';

import { Admission } from './access/Admission.tsx';
import { createClient } from './connection.ts';
import { useLanguage } from './language/LanguageProvider.tsx';
import { openPaths, openRoutes, Routes } from './routes.tsx';
import { Shell } from './Shell.tsx';
import { Safeguard } from './ui/Safeguard.tsx';
import { Skeleton } from './ui/Skeleton.tsx';

/** The application: a client that speaks the reader's language, the frame, and the screen of the address. */
export function App() {
  const { language } = useLanguage();
  const client = useMemo(() => createClient(language), [language]);
  const [path] = useLocation();

  return (
    <Provider value={client}>
      <Shell>
        <Safeguard key={path}>
          <Suspense fallback={<Skeleton lines={8} />}>
            {openPaths.includes(path) ? (
              openRoutes
            ) : (
              <Admission>
                <Routes />
              </Admission>
            )}
          </Suspense>
        </Safeguard>
      </Shell>
    </Provider>
  );
}
