import { startPage } from '../shared/theme/start.js';
import './embed.js';

startPage(() => document.title);
