import { startPage } from '../shared/theme/start.js';
import './room.js';

startPage(() => 'Rostrum');
