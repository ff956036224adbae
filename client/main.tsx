import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './App.tsx';
import { LanguageProvider } from './language/LanguageProvider.tsx';
import { loadMessages, preferredLanguage } from './language/languages.ts';
import { fetchAhead } from './screens.ts';
import './ui/theme/styles.css';

const language = preferredLanguage();
const messages = await loadMessages(language);

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <LanguageProvider language={language} messages={messages}>
      <App />
    </LanguageProvider>
  </StrictMode>,
);

fetchAhead();
