import 'virtual:tokens.css';
import './design/base.css';
import { createRoot } from 'react-dom/client';
import { reloadAfterUpdate } from './app/reload-after-update.ts';
import { Root } from './app/root.tsx';
import { giveNonceToStyles, styleNonce } from './app/style-nonce.ts';
import { startTheme } from './design/theme-choice.ts';
import { startTexts } from './i18n/start.ts';

const place = document.getElementById('root');
if (place !== null) {
  giveNonceToStyles();
  reloadAfterUpdate();
  startTheme();
  await startTexts();
  createRoot(place).render(<Root nonce={styleNonce()} />);
  // After the page: two megabytes in slices, of which a screen needs a few.
  void import('./design/font.css');
}
