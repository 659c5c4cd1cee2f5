import { startPage } from '../shared/theme/start.js';
import './watch.js';

startPage(() => 'Rostrum');
