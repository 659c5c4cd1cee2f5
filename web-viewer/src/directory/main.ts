import { t } from '../shared/i18n/language.js';
import { startPage } from '../shared/theme/start.js';
import { words } from './words.js';
import './directory.js';

startPage(() => t(location.pathname === '/recordings' ? words.recordingsPage : words.page));
