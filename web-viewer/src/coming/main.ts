import { common } from '../shared/i18n/common.js';
import { t } from '../shared/i18n/language.js';
import { startPage } from '../shared/theme/start.js';
import './coming.js';
import { words } from './words.js';

startPage(() => t(words.page, t(common.coming)));
